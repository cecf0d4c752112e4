/** What the map's screen loads after its first sentence: the map and its tiles, then charts and tables in their own files. */
import { lazy } from 'react';

export const MapView = lazy(async () => {
  const [{ MapView: view }] = await Promise.all([
    import('./map-view.tsx'),
    document.fonts.load('16px "Atkinson Hyperlegible Next Variable"'),
  ]);
  return { default: view };
});
export const MapImage = lazy(async () => ({ default: (await import('./map-image.tsx')).MapImage }));
export const Ranking = lazy(async () => ({ default: (await import('../../charts/ranking.tsx')).Ranking }));
export const ProjectList = lazy(async () => ({ default: (await import('./project-list.tsx')).ProjectList }));
export const TerritoryPanel = lazy(async () => ({ default: (await import('./territory-panel.tsx')).TerritoryPanel }));
export const ValuesTable = lazy(async () => ({ default: (await import('./values-table.tsx')).ValuesTable }));
