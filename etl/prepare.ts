/** Files of a source → what is to be written for each département, checked: figures, memberships, outlines, sheets. */
import type { FactForm, Source } from '../data/sources/declare.ts';
import { prepareCells } from './prepare/cells.ts';
import type { Ground, Obtained, Prepared, Refusal } from './prepare/declare.ts';
import { prepareFacts } from './prepare/facts.ts';
import { preparePresence } from './prepare/presence.ts';
import { prepareCensus, prepareDecisions, preparePlaces, prepareProjects, prepareSheets } from './prepare/sheets.ts';
import { prepareMembership, prepareOutlines } from './prepare/territories.ts';

/**
 * @returns by département, what to write or why nothing may be
 * @throws ReadingError when a file cannot be read at all
 */
export async function prepare(
  source: Source,
  obtained: Obtained,
  ground: Ground,
): Promise<Map<string, Prepared | Refusal>> {
  switch (source.brings) {
    case 'facts':
      return prepareFacts(source, obtained.form as FactForm, obtained, ground);
    case 'membership':
      return prepareMembership(obtained, ground);
    case 'outlines':
      return prepareOutlines(source, obtained, ground);
    case 'projects':
      return prepareProjects(obtained, ground);
    case 'fiches':
      return prepareSheets(obtained, ground);
    case 'decisions':
      return prepareDecisions(obtained, ground);
    case 'census':
      return prepareCensus(obtained, ground);
    case 'places':
      return preparePlaces(source, obtained, ground);
    case 'presence':
      return preparePresence(source, obtained, ground);
    case 'cells':
      return prepareCells(obtained, ground);
    case 'buildings':
      throw new Error('buildings are loaded as a stream, see etl/buildings');
  }
}
