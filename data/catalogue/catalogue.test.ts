import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indicatorIds, indicators, pointTilesets, requireIndicator, tilesets } from './catalogue.ts';
import { measures } from './measures.ts';
import { themes } from './themes.ts';

const idsOfFiles = (folder: string) =>
  readdirSync(new URL(`./${folder}/`, import.meta.url)).map((name) => name.replace(/\.ts$/, ''));

describe('the catalogue', () => {
  it('lists every file of its folders, and an id is its file name', () => {
    expect([...indicatorIds].sort()).toEqual(idsOfFiles('indicators').sort());
    expect([...tilesets, ...pointTilesets].map(({ id }) => id).sort()).toEqual(idsOfFiles('tilesets').sort());
  });

  it('speaks in whole sentences', () => {
    for (const { definition, formula, cautions, label } of indicators) {
      for (const sentence of [definition, formula, ...cautions]) expect(sentence, label).toMatch(/^[A-ZÀ-Ý«Σ].*[.]$/);
      expect(definition + formula + cautions.join(), `${label}: typographic apostrophes`).not.toContain("'");
    }
  });

  it('refers to indicators of the right kind', () => {
    for (const { measure } of indicators) {
      if (measure.kind === 'difference') expect(requireIndicator(measure.of).measure.kind).toBe('ratio');
      if (measure.kind === 'gap-before' || measure.kind === 'category')
        expect(requireIndicator(measure.gap).measure.kind).toBe('gap');
      if (measure.kind === 'date') expect(requireIndicator(measure.weightOf).measure.kind).toBe('gap');
      if (measure.kind === 'partition')
        for (const segment of measure.segments)
          expect(segment.parts.map(({ key }) => key as string)).toContain(segment.apartFrom);
    }
  });

  it('uses every measure, but for those that are only loaded', () => {
    const text = JSON.stringify(indicators);
    const unused = Object.keys(measures).filter((id) => !text.includes(`"${id}"`) && !/^(tt|te)_/.test(id));
    expect(unused).toEqual(['fil_elig_thd100', 'fil_elig_thd1g', 'niveau_vie_d1', 'niveau_vie_d9', 'sites_mobiles']);
  });

  it('has thirteen themes, each with its own colour', () => {
    expect(themes.length).toBe(13);
    expect(new Set(themes.map(({ color }) => color)).size).toBe(13);
    expect(
      themes
        .filter(({ isShared }) => isShared)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['cybersecurite-cloud', 'donnees-sig', 'inclusion-mediation', 'infrastructures-connectivite']);
  });
});
