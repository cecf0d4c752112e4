/** The map as a picture: what is on screen, framed on the département or on the chosen EPCI, with all that it takes to read it. */
import { useQueryClient } from '@tanstack/react-query';
import { ImageMenu } from '../../controls/image-menu.tsx';
import { circleRadius } from '../../layers/counts.ts';
import type { Plate } from '../../layers/declare.ts';
import { legendEntries } from '../../layers/legend-entries.ts';
import { nameShifts } from '../../layers/name-shifts.ts';
import { placeColor, plainColor } from '../../layers/palette.ts';
import { roundFigures } from '../../layers/round-figures.ts';
import type { PictureLegend } from '../../pictures/legend-picture.ts';
import { valuesFileName } from '../../state/file-name.ts';
import { outlinesQuery, useDepartement, useScope, useSources } from '../../state/queries.ts';
import { citeSource } from '../../state/use-cited-sources.ts';
import { useFacts } from '../../state/use-facts.ts';
import { useScale } from '../../state/use-scale.ts';
import { useView } from '../../state/use-view.ts';
import { legend as legendWords, shell } from '../../text/map.ts';
import { formatCount, formatPeriod } from '../../text/numbers.ts';
import { picture } from '../../text/pictures.ts';
import { span } from '../../text/reading.ts';
import { summarise } from '../../text/sentences.ts';
import { useLegendNote } from './legend-note.ts';
import { useShownThemes } from './size-legend.tsx';
import { useMapSources } from './source-line.tsx';
import { usePlate } from './use-plate.ts';

const emPx = 14;

export function MapImage() {
  const { view } = useView();
  const scope = useScope();
  const client = useQueryClient();
  const departement = useDepartement();
  const facts = useFacts();
  const sources = useMapSources();
  const ground = useSources().data?.sources.find(({ id }) => id === 'contours-communes');
  const { scale, values, answer } = useScale();
  const { plate, communes, epci } = usePlate(1);
  const note = useLegendNote();
  const counted = useShownThemes();
  if (!facts || !answer || !departement || !sources || isBlank(plate)) return null;
  const { indicator } = facts;
  const chosen = epci.find(({ code }) => code === view.epci);
  const isOfProjects = indicator.measure.kind === 'count';
  const period = answer.depuis === null ? formatPeriod(answer.periode) : span(answer.depuis, answer.periode);
  const legend: PictureLegend = {
    title: indicator.label,
    about: [period, ...(legendWords.meanings[view.indicator] ? [legendWords.meanings[view.indicator] ?? ''] : [])],
    entries: legendEntries({ indicator, scale, values, hasOutside: epci.some(({ partiel }) => partiel) }),
    circles:
      scale.kind === 'circles' && !isOfProjects
        ? roundFigures(scale.largest).map((figure) => ({
            label: formatCount(figure),
            radius: circleRadius(figure, scale.largest, view.level, 1),
          }))
        : [],
    dots: isOfProjects ? counted : [],
    notes: [
      ...(scale.kind === 'circles' ? [isOfProjects ? legendWords.oneDot : legendWords.areaOf] : []),
      ...(note === '' ? [] : [note]),
    ],
  };
  const shifts = nameShifts(plate.circles.filter(({ color }) => color !== placeColor));
  // Near, communes are named; far, EPCI.
  const named = chosen ? communes.filter((commune) => commune.epci?.code === chosen.code) : epci;

  async function draw() {
    const [topology, { readOutlines }, { drawMap }, { drawPlateOf }] = await Promise.all([
      client.fetchQuery(outlinesQuery(scope.departement)),
      import('../../pictures/outlines.ts'),
      import('../../pictures/map-picture.ts'),
      import('../../pictures/plate.ts'),
    ]);
    const { sentences } = summarise(facts as NonNullable<typeof facts>);
    const [first = indicator.label, ...others] = sentences;
    const words = {
      title: first,
      about: [
        [...others, `${indicator.label}, ${period}.`].join(' '),
        ...(answer?.edition ? [picture.edition(answer.edition.titre)] : []),
      ],
      sources: [...(sources ?? []), ...(ground ? citeSource(ground) : [])].map(picture.source),
      made: picture.made(shell.name, chosen?.nom ?? departement?.nom ?? '', new Date().toISOString().slice(0, 10)),
    };
    return drawPlateOf(words, (width) =>
      drawMap(
        {
          outlines: readOutlines(topology),
          plate,
          level: view.level,
          isWhole: view.level === 'epci' && view.extent === 'entier',
          bounds: chosen?.bbox ?? departement?.bbox ?? [0, 0, 1, 1],
          names: named.map(({ code, nom, centre, population }) => ({
            name: nom,
            position: centre,
            population: population ?? 0,
            shift: (shifts.get(code) ?? 0) * emPx,
          })),
          legend,
        },
        width,
      ),
    );
  }
  return <ImageMenu fileName={valuesFileName(answer, chosen?.code ?? departement.code)} draw={draw} />;
}

/** Whether nothing is coloured, as where a median cannot be computed: the screen says why, a picture would not. */
function isBlank({ areas, patterns, circles }: Plate): boolean {
  const isPlain = [...areas.values()].every(({ color }) => color === plainColor);
  return isPlain && circles.length === 0 && Object.values(patterns).every((codes) => codes.length === 0);
}
