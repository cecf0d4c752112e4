/** The map of closures as a picture: the communes that close by the date, their premises to connect, those without a date. */
import { useQueryClient } from '@tanstack/react-query';
import { ChartImage } from '../../controls/chart-image.tsx';
import { circleRadius } from '../../layers/counts.ts';
import type { LegendEntry } from '../../layers/legend-entries.ts';
import { nameShifts } from '../../layers/name-shifts.ts';
import { roundFigures } from '../../layers/round-figures.ts';
import { fileNameOf } from '../../state/file-name.ts';
import { outlinesQuery, useDepartement, useScope, useSources, useTerritories } from '../../state/queries.ts';
import { citeSource } from '../../state/use-cited-sources.ts';
import { useView } from '../../state/use-view.ts';
import { copper as words } from '../../text/copper.ts';
import { legend } from '../../text/map.ts';
import { formatCount, formatDate } from '../../text/numbers.ts';
import { closedColor, copperPlate, largestLacking } from './copper-plate.ts';
import type { Copper } from './use-copper.ts';

export function CopperMapImage({ found, on }: { found: Copper; on: string }) {
  const { view } = useView();
  const client = useQueryClient();
  const scope = useScope();
  const departement = useDepartement();
  const epcis = useTerritories('epci').data?.territoires ?? [];
  const ground = useSources().data?.sources.find(({ id }) => id === 'contours-communes');
  const { calendar, premises, communes, territories } = found;
  const kept = epcis.find(({ code }) => code === view.epci);
  const bounds = kept?.bbox ?? departement?.bbox;
  if (!bounds) return null;
  const counted = (isIn: (closesOn: string | null) => boolean) => communes.filter((each) => isIn(each.closesOn)).length;
  const entries: readonly LegendEntry[] = [
    {
      key: 'closed',
      label: words.map.closed(on),
      count: counted((date) => date !== null && date <= on),
      swatch: { kind: 'color', color: closedColor },
    },
    {
      key: 'later',
      label: words.map.later,
      count: counted((date) => date !== null && date > on),
      swatch: { kind: 'blank' },
    },
    {
      key: 'undated',
      label: words.map.undated,
      count: counted((date) => date === null),
      swatch: { kind: 'pattern', pattern: 'non-prevu' },
    },
  ];
  const largest = largestLacking(communes);
  const step = found.steps.find((each) => each.on === on);
  const title = step
    ? `${formatCount(step.cumulativeLacking)} ${words.magnitude} ${words.inCommunes(step.cumulativeCommunes, on)}`
    : words.map.closed(on);
  return (
    <ChartImage
      fileName={fileNameOf([
        'fermeture-cuivre',
        'carte',
        view.epci ?? view.departement,
        calendar.periode,
        `echeance-${on}`,
      ])}
      title={title}
      about={[words.calendar(calendar.periode, premises.periode)]}
      sources={[...calendar.sources, ...premises.sources, ...(ground ? citeSource(ground) : [])]}
      load={async () => {
        const [topology, { readOutlines }, { drawMap }] = await Promise.all([
          client.fetchQuery(outlinesQuery(scope.departement)),
          import('../../pictures/outlines.ts'),
          import('../../pictures/map-picture.ts'),
        ]);
        const plate = copperPlate(communes, territories, on, 1);
        const shifts = nameShifts(plate.circles);
        const named = kept ? [...territories.values()].filter(({ epci }) => epci?.code === kept.code) : epcis;
        const input = {
          outlines: readOutlines(topology),
          plate,
          level: 'commune' as const,
          isWhole: false,
          bounds,
          names: named.map(({ code, nom, centre, population }) => ({
            name: nom,
            position: centre,
            population: population ?? 0,
            shift: (shifts.get(code) ?? 0) * 14,
          })),
          legend: {
            title: formatDate(on),
            about: [],
            entries,
            circles: roundFigures(largest).map((figure) => ({
              label: formatCount(figure),
              radius: circleRadius(figure, largest, 'commune', 1),
            })),
            dots: [],
            notes: [words.map.circles(largest), legend.areaOf],
          },
        };
        return (width) => drawMap(input, width);
      }}
    />
  );
}
