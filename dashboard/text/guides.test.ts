import { describe, expect, it } from 'vitest';
import { projectTable } from '../../data/tables/projets.ts';
import { objectToProjects } from '../../etl/prepare/objections.ts';
import { parseView, writeView } from '../state/view.ts';
import { partMargin, partWindow } from './guides/declare.ts';
import { guides } from './guides.ts';

const steps = guides.flatMap((guide) => guide.steps.map((step) => ({ ...step, id: step.picture.id, guide: guide.id })));

describe('the view of a step', () => {
  it.each(steps)('$id is the one that it claims, and its address gives it back', ({ address, screen }) => {
    if (screen === null) {
      expect(address).toMatch(/^\/(api|ogc)\//);
      return;
    }
    expect(parseView(address).screen).toBe(screen);
    expect(writeView(parseView(address))).toBe(address);
  });
});

describe('a guide', () => {
  it.each(guides)('$id has four to six steps, each with a picture of its own', ({ id, steps: own }) => {
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(own.length).toBeLessThanOrEqual(6);
    for (const { picture } of own) expect(picture.id).toMatch(new RegExp(`^${id}-`));
  });

  it('takes no picture twice, and none larger than the window it is taken in', () => {
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    for (const { picture } of steps.filter((step) => step.picture.from !== undefined)) {
      expect(picture.width).toBeLessThanOrEqual(partWindow.width);
      expect(picture.height).toBeLessThanOrEqual(partWindow.height - partMargin);
    }
  });

  it('describes each picture without figures, which change with each load', () => {
    for (const { picture } of steps) {
      expect(picture.alt.length).toBeGreaterThan(60);
      expect(picture.alt.replaceAll(/\b\d?G\b/g, '')).not.toMatch(/\d/);
    }
  });

  it('quotes messages that the checks do write', () => {
    const empty = Object.fromEntries(projectTable.fields.map(({ name }) => [name, '']));
    const broken = { ...empty, communes: '1338', budget_eur: '12 000 euros', porteur_siren: '123456789' };
    const cog = { communes: new Map(), epcis: [], epts: [], departements: new Map(), former: new Map(), read: 0 };
    const objection = objectToProjects([], cog)(broken);
    const written = [
      ...(projectTable.row.safeParse(broken).error?.issues ?? []).map(({ path: [column], message }) => [
        column,
        message,
      ]),
      [objection?.column, objection?.message],
    ].map(([column, message]) => plain(`${String(column)} : ${String(message)}. Ligne refusée.`));
    const quotes = steps.flatMap((step) => step.quotes ?? []);
    expect(quotes.length).toBe(4);
    for (const quote of quotes) expect(written).toContain(plain(quote));
  });

  it('names the columns that must be filled', () => {
    const needed = projectTable.fields.filter(({ required }) => required).map(({ title }) => title.toLowerCase());
    const said = steps.flatMap(({ says }) => says).find((text) => text.includes('obligatoires')) ?? '';
    expect(said).toContain('Neuf sont obligatoires');
    expect(needed.length).toBe(9);
    for (const title of needed) expect(said).toContain(title);
  });
});

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
