import { describe, expect, it } from 'vitest';
import { embedSnippet, frameAddress } from './embed-snippet.ts';
import { frameOf } from './frame.ts';
import { parseView } from './view.ts';

describe('the lines to copy', () => {
  it('name the part of the view, which opens as it is', () => {
    const view = parseView('/ecarts/equilibre?epci=200056232&periode=2018-T1');
    const address = frameAddress(view, 'courbe', 'https://observatoire.exemple.fr');
    expect(address).toBe(
      'https://observatoire.exemple.fr/ecarts/equilibre?periode=2018-T1&epci=200056232&cadre=courbe',
    );
    const reopened = parseView(address.replace('https://observatoire.exemple.fr', ''));
    expect({ ...reopened, frame: null }).toEqual(view);
    expect(frameOf(reopened)).toBe('courbe');
  });

  it('are one element of HTML, whatever the title says', () => {
    expect(embedSnippet('https://a.fr/?q=a&b', 'Un « titre » "cité" <b>', 500)).toBe(
      '<iframe src="https://a.fr/?q=a&amp;b" title="Un « titre » &quot;cité&quot; &lt;b&gt;" width="100%" height="500" loading="lazy" style="border: 0"></iframe>',
    );
  });
});
