/** Where a few territories stand in their département: a still picture, with their names when there is room for them. */
import { useQuery } from '@tanstack/react-query';
import type { LocatorRequest } from './locator.ts';
import styles from './locator-map.module.css';
import { placeNames } from './locator-names.ts';

interface LocatorMapProps {
  readonly request: LocatorRequest;
  /** What the picture shows, for who does not see it. */
  readonly alternative: string;
  readonly names: readonly { readonly name: string; readonly position: readonly [number, number] }[];
}

/** A commune is smaller than its name, which stands under it. */
const below = { commune: 26, epci: 5, departement: 5 } as const;

export function LocatorMap({ request, alternative, names }: LocatorMapProps) {
  const { width, height } = request;
  const { data } = useQuery({
    queryKey: ['locator', request],
    queryFn: async () => (await import('./locator.ts')).drawLocator(request, window.location.origin),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const placed =
    data === undefined
      ? []
      : placeNames(
          names.map(({ name, position }) => {
            const [x, y] = data.project(position);
            return { name, x: x * width, y: y * height + below[request.level] };
          }),
          width,
        );
  return (
    <div className={styles.frame} style={{ aspectRatio: `${width} / ${height}` }}>
      {data && <img className={styles.picture} src={data.url} alt={alternative} width={width} height={height} />}
      {placed.length > 0 && (
        <svg className={styles.names} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {placed.map(({ name, x, y }) => (
            <text key={name} x={x} y={y} textAnchor="middle">
              {name}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
