/**
 * What a person looks at, as the address bar holds it. Pure and total: each field falls back alone, nothing throws,
 * and `parseView(writeView(view))` equals `view`.
 */
import type { ClassMethod } from '../../data/analysis/classes.ts';
import type { OpeningChoice } from '../../data/analysis/place-hours.ts';
import { type IndicatorId, indicatorIds } from '../../data/catalogue/catalogue.ts';
import type { Level } from '../../data/catalogue/declare.ts';
import { type FramePart, frameParts } from '../../data/catalogue/frames.ts';
import { type ThemeId, themeIds } from '../../data/catalogue/themes.ts';
import { defaultGapChoices, type GapChoices, parseGapChoices, writeGapChoices } from './gap-choices.ts';
import {
  defaultProjectFilters,
  type ProjectFilters,
  parseProjectFilters,
  writeProjectFilters,
} from './project-filters.ts';
import { itemScreens, type Screen, screens } from './screens.ts';
import { defaultDepartement } from './shown-departement.ts';
import { defaultTableChoices, parseTableChoices, type TableChoices, writeTableChoices } from './table-choices.ts';

/** Opening times that the map offers to show places by; the API knows the other days too. */
export const openingFilters = ['samedi', 'dimanche', 'apres-18h'] as const satisfies readonly OpeningChoice[];

export const classMethods: readonly ClassMethod[] = ['quantiles', 'jenks', 'egaux'];

export interface Camera {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

export interface TerritoryReference {
  readonly level: Level;
  readonly code: string;
}

export interface View {
  readonly screen: Screen;
  /** What a screen of one thing shows; null on the others. */
  readonly item: string | null;
  /** What is looked for and kept among the referenced projects. */
  readonly projects: ProjectFilters;
  /** What the screens of gaps measure, and with which choices. */
  readonly gaps: GapChoices;
  /** Which table is downloaded. */
  readonly tables: TableChoices;
  readonly indicator: IndicatorId;
  /** The level at which the map is cut. */
  readonly level: 'commune' | 'epci';
  /** null: the latest of the indicator. */
  readonly period: string | null;
  /** Start of an evolution; null: the period before. */
  readonly since: string | null;
  /** Deadline of the copper closure; null: the first foreseen date. */
  readonly deadline: string | null;
  /** Code of the département that is wanted; see `shown-departement.ts` for where it is not loaded. */
  readonly departement: string;
  /** Frozen état des lieux that answers; null: the figures in force. */
  readonly edition: string | null;
  /** States of the data that are compared; null: the last edition, and the figures in force. */
  readonly from: string | null;
  readonly to: string | null;
  /** Indicator whose changes are told territory by territory. */
  readonly changed: IndicatorId | null;
  /** SIREN of the EPCI that everything is filtered by. */
  readonly epci: string | null;
  readonly extent: 'partie' | 'entier';
  /** The territory whose panel is open. */
  readonly territory: TerritoryReference | null;
  /** Theme of the projects shown as circles; null: all. */
  readonly theme: ThemeId | null;
  readonly tab: 'carte' | 'tableau';
  readonly classMethod: ClassMethod;
  readonly classCount: number;
  /** Key of the only class, category or date of the legend that is not dimmed; null: none is. */
  readonly onlyClass: string | null;
  /** Whether the places where people are helped stand on the map. */
  readonly hasPlaces: boolean;
  /** Whether the buildings of the fibre roll-out stand on the map. */
  readonly hasBuildings: boolean;
  /** When the places shown must be open; null: whenever. */
  readonly open: (typeof openingFilters)[number] | null;
  /** null: the whole territory, or the filtered EPCI. */
  readonly camera: Camera | null;
  /** What the address asks to show in a page of others; null: an ordinary page. See `frameOf`. */
  readonly frame: FramePart | null;
}

export const minClassCount = 3;
export const maxClassCount = 7;
/** What an address may ask for; the map keeps within reach of the département. Outlines are tiled from zoom 5 to 12. */
export const cameraBounds = { minZoom: 6, maxZoom: 15, west: -180, south: -60, east: 180, north: 75 } as const;

export const defaultView: View = {
  screen: 'map',
  item: null,
  projects: defaultProjectFilters,
  gaps: defaultGapChoices,
  tables: defaultTableChoices,
  indicator: 'couverture-ftth',
  level: 'commune',
  period: null,
  since: null,
  deadline: null,
  departement: defaultDepartement,
  edition: null,
  from: null,
  to: null,
  changed: null,
  epci: null,
  extent: 'partie',
  territory: null,
  theme: null,
  tab: 'carte',
  classMethod: 'jenks',
  classCount: 5,
  onlyClass: null,
  hasPlaces: false,
  hasBuildings: false,
  open: null,
  camera: null,
  frame: null,
};

const codePatterns: Record<Level, RegExp> = {
  commune: /^\d[\dAB]\d{3}$/,
  epci: /^\d{9}$/,
  departement: /^(\d[\dAB]|97[1-6])$/,
};

const statePattern = /^[a-z\d]{1,60}(-[a-z\d]{1,60}){0,20}$/;

/** @param address path and query, `/methode?indicateur=couverture-thd`; anything at all is accepted. */
export function parseView(address: string): View {
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : address.slice(mark));
  const read = (name: string) => query.get(name) ?? '';
  const matching = (name: string, pattern: RegExp) => (pattern.test(read(name)) ? read(name) : null);
  const indicator = oneOf(indicatorIds, read('indicateur')) ?? defaultView.indicator;
  return {
    ...parsePath(path),
    projects: parseProjectFilters(read),
    gaps: parseGapChoices(read),
    tables: parseTableChoices(read),
    indicator,
    level: oneOf(['commune', 'epci'] as const, read('niveau')) ?? defaultView.level,
    period: matching('periode', /^\d{4}(-T[1-4]|-\d\d-\d\d)?$/),
    since: matching('depuis', /^\d{4}(-T[1-4]|-\d\d-\d\d)?$/),
    deadline: matching('echeance', /^\d{4}-\d\d-\d\d$/),
    departement: matching('departement', codePatterns.departement) ?? defaultView.departement,
    edition: matching('edition', statePattern),
    from: matching('de', statePattern),
    to: matching('a', statePattern),
    changed: oneOf(indicatorIds, read('change')) ?? null,
    epci: matching('epci', codePatterns.epci),
    extent: oneOf(['partie', 'entier'] as const, read('perimetre')) ?? defaultView.extent,
    territory: parseTerritory(read('territoire')),
    theme: oneOf(themeIds, read('theme')) ?? null,
    tab: oneOf(['carte', 'tableau'] as const, read('onglet')) ?? defaultView.tab,
    classMethod: oneOf(classMethods, read('methode')) ?? defaultView.classMethod,
    classCount: clamp(parseDecimal(read('classes')), minClassCount, maxClassCount, 0) ?? defaultView.classCount,
    onlyClass: matching('classe', /^[a-z\d-]{1,40}$/),
    hasPlaces: read('lieux') === 'oui',
    hasBuildings: read('immeubles') === 'oui',
    open: oneOf(openingFilters, read('ouvert')) ?? null,
    camera: parseCamera(read('camera')),
    frame: oneOf(frameParts, read('cadre')) ?? null,
  };
}

/** The shortest address that gives the view back: what is at its default is left out. */
export function writeView(view: View): string {
  const query = new URLSearchParams();
  const write = (name: string, value: string | null, fallback: string | null) => {
    if (value !== null && value !== fallback) query.set(name, value);
  };
  write('indicateur', view.indicator, defaultView.indicator);
  write('niveau', view.level, defaultView.level);
  write('periode', view.period, null);
  write('depuis', view.since, null);
  write('echeance', view.deadline, null);
  write('departement', view.departement, defaultView.departement);
  write('edition', view.edition, null);
  write('de', view.from, null);
  write('a', view.to, null);
  write('change', view.changed, null);
  write('epci', view.epci, null);
  write('perimetre', view.extent, defaultView.extent);
  write('territoire', view.territory && `${view.territory.level}-${view.territory.code}`, null);
  write('theme', view.theme, null);
  write('onglet', view.tab, defaultView.tab);
  write('methode', view.classMethod, defaultView.classMethod);
  write('classes', String(view.classCount), String(defaultView.classCount));
  write('classe', view.onlyClass, null);
  write('lieux', view.hasPlaces ? 'oui' : null, null);
  write('immeubles', view.hasBuildings ? 'oui' : null, null);
  write('ouvert', view.open, null);
  write('camera', view.camera && `${view.camera.zoom},${view.camera.latitude},${view.camera.longitude}`, null);
  writeProjectFilters(view.projects, write);
  writeGapChoices(view.gaps, write);
  writeTableChoices(view.tables, write);
  write('cadre', view.frame, null);
  const path = writePath(view);
  const text = query.toString();
  return text === '' ? path : `${path}?${text.replaceAll('%2C', ',').replaceAll('%7C', '|')}`;
}

function parsePath(path: string): Pick<View, 'screen' | 'item'> {
  const screen = (screens as Record<string, Screen>)[path];
  if (screen !== undefined) return { screen, item: null };
  const [, folder = '', item = ''] = /^(\/[a-z]+\/)([A-Za-z0-9][A-Za-z0-9_-]{0,39})$/.exec(path) ?? [];
  const itemScreen = (itemScreens as Record<string, Screen>)[folder];
  return itemScreen === undefined ? { screen: defaultView.screen, item: null } : { screen: itemScreen, item };
}

export function writePath({ screen, item }: View): string {
  const folder = Object.entries(itemScreens).find(([, one]) => one === screen)?.[0];
  if (folder !== undefined && item !== null) return folder + item;
  return Object.entries(screens).find(([, one]) => one === screen)?.[0] ?? '/';
}

/** Whether a figure of an EPCI is shown, so that its extent means something. */
export function hasExtent({ level, epci, territory }: Pick<View, 'level' | 'epci' | 'territory'>): boolean {
  return level === 'epci' || epci !== null || territory?.level === 'epci';
}

/** The view after a choice: a class of a legend goes with its legend, an item with its screen, an extent with its EPCI. */
export function changeView(view: View, change: Partial<View>): View {
  const item = change.screen !== undefined && change.screen !== view.screen ? null : view.item;
  const next = { ...view, item, ...change };
  if (!hasExtent(next)) next.extent = defaultView.extent;
  // What is open over a screen, or under it, belongs to what was looked at.
  if (change.gaps === undefined && (next.screen !== view.screen || next.epci !== view.epci))
    next.gaps = { ...next.gaps, cell: null, watched: null };
  const isOtherLegend = (['indicator', 'level', 'classMethod', 'classCount'] as const).some(
    (field) => next[field] !== view[field],
  );
  return isOtherLegend && change.onlyClass === undefined ? { ...next, onlyClass: null } : next;
}

/** Rounds a camera to what the address keeps: a hundredth of a zoom, about ten metres. */
export function roundCamera(camera: Camera): Camera {
  const { minZoom, maxZoom, west, east, south, north } = cameraBounds;
  return {
    zoom: clamp(camera.zoom, minZoom, maxZoom, 2) ?? minZoom,
    latitude: clamp(camera.latitude, south, north, 4) ?? south,
    longitude: clamp(camera.longitude, west, east, 4) ?? west,
  };
}

function parseTerritory(text: string): TerritoryReference | null {
  const [, level, code] = /^(commune|epci|departement)-(\w+)$/.exec(text) ?? [];
  if (!level || !code || !codePatterns[level as Level].test(code)) return null;
  return { level: level as Level, code };
}

function parseCamera(text: string): Camera | null {
  const parts = text.split(',').map(parseDecimal);
  const [zoom, latitude, longitude] = parts;
  if (parts.length !== 3 || zoom == null || latitude == null || longitude == null) return null;
  return roundCamera({ zoom, latitude, longitude });
}

function parseDecimal(text: string): number | null {
  return /^-?\d{1,9}(\.\d{1,12})?$/.test(text) ? Number(text) : null;
}

function clamp(value: number | null, least: number, most: number, decimals: number): number | null {
  if (value === null) return null;
  // A zero below zero would not come back from the address.
  return Math.min(most, Math.max(least, Number(value.toFixed(decimals)))) + 0;
}

function oneOf<T extends string>(choices: readonly T[], text: string): T | undefined {
  return choices.find((choice) => choice === text);
}
