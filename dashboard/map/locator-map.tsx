/** Where a few territories stand in their département: a still picture, with their names when there is room for them. */
import { useQuery } from '@tanstack/react-query';
import type { LocatorRequest } from './locator.ts';
import styles from './locator-map.module.css';

interface LocatorMapProps {
  readonly request: LocatorRequest;
  /** What the picture shows, for who does not see it. */
  readonly alternative: string;
  readonly names: readonly { readonly name: string; readonly position: readonly [number, number] }[];
}

/** A commune is smaller than its name, which stands under it. */
const below = { commune: 26, epci: 5, departement: 5 } as const;
/** More names than this would hide what they name. */
const mostNames = 4;

export function LocatorMap({ request, alternative, names }: LocatorMapProps) {
  const { width, height } = request;
  const { data } = useQuery({
    queryKey: ['locator', request],
    queryFn: async () => (await import('./locator.ts')).drawLocator(request, window.location.origin),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <div className={styles.frame} style={{ aspectRatio: `${width} / ${height}` }}>
      {data && <img className={styles.picture} src={data.url} alt={alternative} width={width} height={height} />}
      {data && names.length <= mostNames && (
        <svg className={styles.names} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {names.map(({ name, position }) => {
            const [x, y] = data.project(position);
            return (
              <text
                key={name}
                x={within(x * width, name, width)}
                y={y * height + below[request.level]}
                textAnchor="middle"
              >
                {name}
              </text>
            );
          })}
        </svg>
      )}
    </div>
  );
}

/** Keeps a centred name inside the picture, by the mean width of a letter. */
function within(x: number, name: string, width: number): number {
  const half = Math.min(width / 2, name.length * 3.7 + 4);
  return Math.min(width - half, Math.max(half, x));
}
