import { describe, expect, it } from 'vitest';
import { framedPages, frameParts } from '../../data/catalogue/frames.ts';
import { frameOf, leavesFrame } from './frame.ts';
import { screens } from './screens.ts';
import { parseView } from './view.ts';

describe('a view in a page of others', () => {
  it('stands in a frame only where the page may be framed, and only as a part that it has', () => {
    for (const [path, parts] of framedPages) {
      expect(Object.keys(screens)).toContain(path);
      expect(frameOf(parseView(`${path}?cadre=page`))).toBe('page');
      for (const part of frameParts)
        expect(frameOf(parseView(`${path}?cadre=${part}`))).toBe(part === 'page' || parts.includes(part) ? part : null);
    }
    expect(frameOf(parseView('/projets/P003?cadre=page'))).toBe('page');
    for (const address of ['/?cadre=', '/?cadre=nope', '/preselection?cadre=page', '/catalogue/F001?cadre=page'])
      expect(frameOf(parseView(address)), address).toBeNull();
  });

  it('knows what leaves a frame', () => {
    const territory = { level: 'commune', code: '91228' } as const;
    const page = parseView('/?cadre=page');
    expect(leavesFrame(page, { screen: 'method' })).toBe(true);
    expect(leavesFrame(page, { territory })).toBe(false);
    expect(leavesFrame(parseView('/?cadre=classement'), { territory })).toBe(true);
    expect(leavesFrame(parseView('/?cadre=historique'), { period: '2018-T1' })).toBe(false);
    expect(leavesFrame(parseView('/'), { screen: 'method' })).toBe(false);
  });
});
