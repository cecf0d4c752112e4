/** The picture of a map, on the real outlines of the 194 communes with synthetic values. */
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../api/contract.ts';
import { requireIndicator } from '../../data/catalogue/catalogue.ts';
import { legendEntries } from '../layers/legend-entries.ts';
import { drawPlate } from '../layers/registry.ts';
import { makeScale } from '../layers/scale.ts';
import { testValue } from '../layers/testing-value.ts';
import { drawMap } from './map-picture.ts';
import type { OutlineFeature, Outlines } from './outlines.ts';
import { drawPlateOf, plateWidth } from './plate.ts';

const topology = JSON.parse(
  readFileSync(new URL('../../data/essonne/contours.topojson', import.meta.url), 'utf8'),
) as Topology;
const read = (name: string) =>
  feature(topology, topology.objects[name] as GeometryCollection).features as unknown as OutlineFeature[];
const outlines: Outlines = {
  communes: read('communes'),
  epci: read('whole'),
  epci_entier: read('whole'),
  departement: read('communes'),
};
const codes = outlines.communes.map(({ properties }) => properties.code);
const bounds = [1.91, 48.28, 2.59, 48.78] as const;

function synthetic(code: string, rank: number): Value {
  if (rank === 3) return testValue(code, null, { etat: 'non-disponible', raison: 'absent-de-la-source' });
  if (rank === 5) return testValue(code, null, { etat: 'secret', raison: 'secret-statistique' });
  return testValue(code, 0.7 + (rank % 30) / 100);
}

function draw(indicatorId: 'couverture-ftth' | 'locaux-a-raccorder', onlyClass: string | null = null) {
  const indicator = requireIndicator(indicatorId);
  const values = codes.map((code, rank) =>
    indicator.nature === 'count' ? testValue(code, rank * 10) : synthetic(code, rank),
  );
  const scale = makeScale(indicator, 'commune', values, 'jenks', 5);
  const territories = outlines.communes.map(({ properties: { code } }, rank) => ({
    code,
    centre: [2 + (rank % 20) / 50, 48.4 + rank / 800],
  }));
  const plate = drawPlate({
    level: 'commune',
    filter: null,
    onlyClass,
    theme: null,
    sizeRatio: 1,
    indicator,
    scale,
    values,
    communes: territories as unknown as Parameters<typeof drawPlate>[0]['communes'],
    epci: [],
    projects: [],
    places: [],
  });
  const entries = legendEntries({ indicator, scale, values, hasOutside: false });
  const picture = drawPlateOf(
    {
      title: 'Des « locaux » & <b>des "chiffres"</b>',
      about: ['Chiffres synthétiques.'],
      sources: ['Source : Producteur inventé, Jeu synthétique, données au 30/06/2026, Licence Ouverte 1.0.'],
      made: 'Présence numérique · image faite le 26/11/2026',
    },
    (width) =>
      drawMap(
        {
          outlines,
          plate,
          level: 'commune',
          isWhole: false,
          bounds,
          names: [{ name: 'Cœur d’Essonne', position: [2.3, 48.6], population: 1, shift: 0 }],
          legend: { title: indicator.label, about: ['T2 2026'], entries, circles: [], dots: [], notes: [] },
        },
        width,
      ),
  );
  return { ...picture, scale, plate, entries };
}

const group = (svg: string, id: string) => {
  const from = svg.indexOf(`id="${id}"`);
  expect(from, id).toBeGreaterThan(0);
  return svg.slice(from, svg.indexOf('</g>', from));
};
const attribute = (text: string, name: string) =>
  [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');

describe('the picture of a map', () => {
  it('has one path per territory, filled with a class of the scale or with nothing', () => {
    const { svg, scale, plate } = draw('couverture-ftth');
    const areas = group(svg, 'territoires');
    expect(attribute(areas, 'data-code').toSorted()).toEqual(codes.toSorted());
    const fills = attribute(areas, 'fill');
    expect(fills).toHaveLength(194);
    const classes = scale.classes.map(({ color }) => color);
    expect(new Set(fills)).toEqual(new Set([...classes, 'none']));
    // The two that have no value are patterned, and nothing else is.
    expect(fills.filter((fill) => fill === 'none')).toHaveLength(2);
    expect(attribute(group(svg, 'motifs'), 'fill').toSorted()).toEqual(['url(#non-disponible)', 'url(#secret)']);
    expect(plate.patterns.secret).toHaveLength(1);
  });

  it('lists in its legend the classes of the scale, their colours and how many each has', () => {
    const { svg, scale } = draw('couverture-ftth');
    const legend = svg.slice(svg.indexOf('id="legende"'));
    for (const { label, color, count } of scale.classes) {
      expect(legend).toContain(`fill="${color}"`);
      expect(legend).toContain(`>${label}<`);
      expect(legend).toContain(`>${count}<`);
    }
    for (const label of ['Non disponible', 'Secret statistique']) expect(legend).toContain(`>${label}<`);
  });

  it('dims what the legend was asked to dim', () => {
    const { svg, scale } = draw('couverture-ftth', '1');
    const dimmed = attribute(group(svg, 'territoires'), 'fill-opacity');
    expect(dimmed).toHaveLength(194 - (scale.classes[1]?.count ?? 0));
    expect(new Set(dimmed)).toEqual(new Set(['0.18']));
  });

  it('draws counts as circles, the largest first', () => {
    const { svg, plate } = draw('locaux-a-raccorder');
    const radii = attribute(group(svg, 'cercles'), 'r').map(Number);
    expect(radii).toHaveLength(plate.circles.length);
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
    expect(new Set(attribute(group(svg, 'territoires'), 'fill'))).toEqual(new Set(['none']));
  });

  it('tells title, source, licence and dates, escaped, with a scale, and refers to nothing outside', () => {
    const { svg, width, height } = draw('couverture-ftth');
    expect(svg).toContain('<title>Des « locaux » &amp; &lt;b&gt;des &quot;chiffres&quot;&lt;/b&gt;</title>');
    for (const told of [
      'Producteur inventé',
      '30/06/2026',
      'Licence Ouverte 1.0',
      '26/11/2026',
      'T2 2026',
      '10\u00a0km',
    ])
      expect(svg.replaceAll(/<\/text><text[^>]*>/g, ' ')).toContain(told);
    expect(svg).not.toMatch(/href|<script|<image|@import|url\((?!#)/);
    expect(svg.match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect([width, height]).toEqual([plateWidth, Math.round(height)]);
    expect(svg.length).toBeLessThan(600_000);
  });

  it('keeps every point of the framed outlines inside the plate', () => {
    const numbers = attribute(group(draw('couverture-ftth').svg, 'territoires'), 'd')
      .join('')
      .matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g);
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(y)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(plateWidth);
      expect(Number(y)).toBeLessThan(620);
    }
  });
});
