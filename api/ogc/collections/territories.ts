/** Communes and EPCI: outlines with what the COG says of them. */
import type { Level } from '../../../data/catalogue/declare.ts';
import type { Territory } from '../../contract.ts';
import type { ApiDependencies } from '../../dependencies.ts';
import { readLevelExtent } from '../../sql/features.ts';
import { readTerritories } from '../../sql/territories.ts';
import { daysOf, spanOf } from '../days.ts';
import type { Collection, Property, Row } from '../declare.ts';

const name: readonly Property[] = [
  { name: 'nom', title: 'Nom', type: 'string' },
  { name: 'nom_officiel', title: 'Nom officiel', type: 'string' },
];
const population: readonly Property[] = [
  { name: 'population', title: 'Population municipale', type: 'integer' },
  { name: 'millesime', title: 'Millésime de la population et du découpage', type: 'string' },
];
const ept: readonly Property[] = [
  { name: 'ept', title: 'SIREN de l’EPT (Métropole du Grand Paris)', type: 'string' },
  { name: 'ept_nom', title: 'Nom de l’EPT', type: 'string' },
];
const described = ({ nom, nomOfficiel, population: inhabitants, populationMillesime, ept: of }: Territory) => ({
  nom,
  nom_officiel: nomOfficiel,
  population: inhabitants,
  millesime: populationMillesime,
  ept: of?.code ?? null,
  ept_nom: of?.nom ?? null,
});

const time = 'Le découpage est celui du 1er janvier de son millésime ; datetime garde les années qu’il touche.';

function territoryCollection(
  level: Level,
  declared: Pick<Collection, 'id' | 'title' | 'description' | 'keywords' | 'properties'> & {
    readonly toProperties: (territory: Territory) => Row['properties'];
  },
): Collection {
  const { toProperties, ...said } = declared;
  const read = async ({ database }: ApiDependencies, code: string | null) =>
    (await readTerritories(database, { level, code })).map(
      (territory): Row => ({
        id: territory.code,
        when: daysOf(territory.populationMillesime),
        place: { kind: 'outline', level, code: territory.code },
        properties: toProperties(territory),
      }),
    );
  return {
    ...said,
    geometry: 'outline',
    time,
    sources: ['contours-communes', 'cog'],
    readRows: async (dependencies, { id }) => ({ rows: await read(dependencies, id), period: null }),
    readExtent: async (dependencies) => ({
      bbox: await readLevelExtent(dependencies.database, level),
      interval: spanOf((await read(dependencies, null)).map(({ when }) => when)),
    }),
  };
}

export const communes: Collection = {
  ...territoryCollection('commune', {
    id: 'communes',
    title: 'Communes',
    description: 'Contours des communes dont les chiffres sont chargés, avec leur population et leur EPCI.',
    keywords: ['commune', 'limites administratives', 'population'],
    properties: [
      { name: 'code', title: 'Code INSEE', type: 'string' },
      ...name,
      { name: 'departement', title: 'Code du département', type: 'string' },
      { name: 'epci', title: 'SIREN de l’EPCI', type: 'string' },
      { name: 'epci_nom', title: 'Nom de l’EPCI', type: 'string' },
      ...ept,
      ...population,
      { name: 'codes_postaux', title: 'Codes postaux', type: 'strings' },
    ],
    toProperties: (commune) => ({
      code: commune.code,
      departement: commune.code.slice(0, commune.code.startsWith('97') ? 3 : 2),
      epci: commune.epci?.code ?? null,
      epci_nom: commune.epci?.nom ?? null,
      codes_postaux: commune.codesPostaux,
      ...described(commune),
    }),
  }),
  tiles: { tileset: 'communes', layer: 'communes' },
};

export const epci: Collection = {
  ...territoryCollection('epci', {
    id: 'epci',
    title: 'EPCI',
    description:
      'Contours des établissements publics de coopération intercommunale, pour la part dont les communes sont chargées. La Métropole du Grand Paris y est représentée par ses établissements publics territoriaux (EPT).',
    keywords: ['EPCI', 'intercommunalité', 'limites administratives'],
    properties: [
      { name: 'code', title: 'SIREN', type: 'string' },
      ...name,
      ...ept,
      ...population,
      { name: 'communes', title: 'Communes chargées', type: 'integer' },
      { name: 'communes_entier', title: 'Communes de l’EPCI entier', type: 'integer' },
      {
        name: 'partiel',
        title: 'Partiel',
        type: 'boolean',
        description:
          'Vrai quand des communes de l’EPCI ne sont pas chargées : contour et population sont ceux d’une part.',
      },
    ],
    toProperties: (territory) => ({
      code: territory.code,
      communes: territory.communes.length,
      communes_entier: territory.communesEntier,
      partiel: territory.partiel,
      ...described(territory),
    }),
  }),
  tiles: { tileset: 'epci', layer: 'epci' },
};
