/** rdflib harvests the catalogue as data.gouv.fr does: page after page, then what it says is compared with the files. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';

const origin = inject('origin');
const run = promisify(execFile);

/** Follows `hydra:next` from the first page, in one graph, and prints what it knows of each distribution. */
const harvester = `
import json, sys
from urllib.request import urlopen
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF
HYDRA = Namespace('http://www.w3.org/ns/hydra/core#')
SPDX = Namespace('http://spdx.org/rdf/terms#')
graph, page, pages = Graph(), sys.argv[1], 0
while page:
    part = Graph().parse(data=urlopen(page).read(), format='json-ld')
    graph += part
    following = list(part.objects(URIRef(page), HYDRA.next))
    page, pages = (str(following[0]) if following else None), pages + 1
told = []
for dataset in graph.subjects(RDF.type, DCAT.Dataset):
    for of in graph.objects(dataset, DCAT.distribution):
        checksum = graph.value(of, SPDX.checksum)
        told.append({
            'dataset': str(graph.value(dataset, DCTERMS.identifier)),
            'title': str(graph.value(dataset, DCTERMS.title)),
            'url': str(graph.value(of, DCAT.downloadURL)),
            'bytes': int(graph.value(of, DCAT.byteSize)),
            'sha256': str(graph.value(checksum, SPDX.checksumValue)),
            'licence': [str(graph.value(one, DCTERMS.title)) for one in graph.objects(of, DCTERMS.license)],
        })
catalogue = graph.value(predicate=RDF.type, object=DCAT.Catalog)
print(json.dumps({'pages': pages, 'datasets': len(list(graph.objects(catalogue, DCAT.dataset))), 'told': told}))
`;

interface Told {
  readonly dataset: string;
  readonly title: string;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly licence: readonly string[];
}

describe('rdflib', () => {
  it('harvests every dataset, with files whose size, checksum and licence are as told', async () => {
    const first = `${origin}/catalogue.jsonld?page=1&limite=4`;
    const { stdout } = await run('/usr/bin/python3', ['-c', harvester, first], { maxBuffer: 16 * 1024 * 1024 });
    const { pages, datasets, told } = JSON.parse(stdout) as { pages: number; datasets: number; told: Told[] };
    expect([pages, datasets]).toEqual([4, 13]);
    expect(new Set(told.map(({ dataset }) => dataset)).size).toBe(13);
    const fibre = told.filter(({ dataset }) => dataset === 'indicateur-couverture-ftth');
    expect(fibre[0]?.title).toBe('Couverture FttH, par commune');
    for (const { url, bytes, sha256, licence } of fibre) {
      const file = new Uint8Array(await (await fetch(url)).arrayBuffer());
      expect([file.length, createHash('sha256').update(file).digest('hex')], url).toEqual([bytes, sha256]);
      expect(licence).toContain('Licence Ouverte 1.0');
    }
    expect(told.every(({ licence }) => licence.length > 0)).toBe(true);
  });
});
