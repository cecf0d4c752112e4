/** The house keeps its shape: who may import whom, what the README and package.json say, the size of files. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const isTest = (file: string) => /\.test\.tsx?$|(^|\/)(testing|e2e)/.test(file);
const code = files.filter((file) => /\.tsx?$/.test(file) && !/\.d\.ts$|config\.ts$/.test(file));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

/** Every import of our own code, with the file it leads to, and of packages, as `npm:name`. */
const imports: Import[] = code.flatMap((from) =>
  [
    ...readFileSync(from, 'utf8').matchAll(
      /(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
    ),
  ].map(([, type, ...targets]) => {
    const target = targets.find((text) => text !== undefined) ?? '';
    const to = target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : `npm:${target}`;
    return { from, to, isTypeOnly: type !== undefined };
  }),
);

/** Room → what it may import, besides itself; packages are open unless a rule below closes them. */
const allowed: [room: string, mayImport: string[]][] = [
  ['data/catalogue/', []],
  ['data/sources/', ['data/catalogue/', 'data/tables/']],
  ['data/tables/', ['data/catalogue/']],
  ['data/analysis/', ['data/catalogue/']],
  ['data/database/', ['data/catalogue/']],
  ['etl/', ['data/']],
  ['api/', ['data/']],
  ['dashboard/', ['data/catalogue/', 'data/analysis/']],
];

function broken(rule: (link: Import) => boolean): string[] {
  return imports.filter((link) => !isTest(link.from) && rule(link)).map(({ from, to }) => `${from} → ${to}`);
}

describe('who may import whom', () => {
  it('finds the imports at all', () => {
    expect(imports.length).toBeGreaterThan(100);
    for (const { from, to } of imports.filter((link) => !link.to.startsWith('npm:')))
      expect(existsSync(to.replace(/\?.*$/, '')), `${from} → ${to}`).toBe(true);
  });

  it.each(allowed)('%s imports only %j', (room, mayImport) => {
    expect(
      broken(
        ({ from, to, isTypeOnly }) =>
          from.startsWith(room) &&
          !to.startsWith('npm:') &&
          ![room, ...mayImport].some((place) => to.startsWith(place)) &&
          // The dashboard knows what the API answers by its types alone.
          !(room === 'dashboard/' && isTypeOnly && /^api\/contract(-\w+)?\.ts$/.test(to)),
      ),
    ).toEqual([]);
  });

  it('lets pure rooms import no effect', () => {
    expect(broken(({ from, to }) => from.startsWith('data/catalogue/') && to.startsWith('npm:'))).toEqual([]);
    expect(
      broken(({ from, to }) => from.startsWith('data/analysis/') && /^npm:(node:|pg|@electric|hono|zod)/.test(to)),
    ).toEqual([]);
  });

  it('keeps node out of the dashboard and the browser out of everything else', () => {
    expect(broken(({ from, to }) => from.startsWith('dashboard/') && to.startsWith('npm:node:'))).toEqual([]);
    const windows = code.filter(
      (file) => !file.startsWith('dashboard/') && /\b(window|document)\./.test(readFileSync(file, 'utf8')),
    );
    expect(windows.filter((file) => file !== 'architecture.test.ts')).toEqual([]);
  });

  it('keeps SQL of the API in api/sql', () => {
    const statements = code.filter(
      (file) =>
        file.startsWith('api/') &&
        !isTest(file) &&
        !file.startsWith('api/sql/') &&
        /`\s*(select|with|insert|update|delete) /i.test(readFileSync(file, 'utf8')),
    );
    expect(statements).toEqual([]);
  });

  it('keeps the readers, the fetcher, the validator and the loader of the ETL apart', () => {
    const stages = ['etl/read/', 'etl/fetch.ts', 'etl/validate.ts', 'etl/load.ts'];
    const stageOf = (file: string) => stages.find((stage) => file.startsWith(stage));
    expect(
      broken(
        ({ from, to, isTypeOnly }) => !isTypeOnly && !!stageOf(from) && !!stageOf(to) && stageOf(from) !== stageOf(to),
      ),
    ).toEqual([]);
  });

  it('keeps the layers and the view free of React, and screens apart', () => {
    expect(
      broken(({ from, to }) => /^dashboard\/(layers\/|state\/view\.ts)/.test(from) && /^npm:react($|-|\/)/.test(to)),
    ).toEqual([]);
    const screen = (file: string) => /^dashboard\/screens\/([^/]+)\//.exec(file)?.[1];
    expect(broken(({ from, to }) => !!screen(from) && !!screen(to) && screen(from) !== screen(to))).toEqual([]);
  });
});

describe('the shape of files', () => {
  it('keeps each under 300 lines, and three levels deep', () => {
    const long = code.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
    expect(files.filter((file) => file.split('/').length > 5)).toEqual([]);
  });

  it('has no room for leftovers', () => {
    expect(
      files.filter(
        (file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file) || /(^|\/)index\.tsx?$/.test(file),
      ),
    ).toEqual([]);
  });
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('maps folders and files that exist', () => {
    const map = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const places = map.split('\n').flatMap((line) => /^([\w./-]+)\s{2,}/.exec(line)?.[1] ?? []);
    expect(places.length).toBeGreaterThan(15);
    for (const place of places) expect(existsSync(place), place).toBe(true);
  });

  it('names scripts that exist', () => {
    const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>;
    const named = [...readme.matchAll(/npm (?:run )?(\w+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !['ci', 'install'].includes(name));
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(scripts, name).toHaveProperty(name);
  });
});

describe('what is committed', () => {
  it('carries no address of a package registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved":\s*"http/);
  });
});
