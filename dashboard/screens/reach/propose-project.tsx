/** The scenario as a file of the projects' template, to be completed by hand: nothing is sent. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../controls/button.tsx';
import { apiQuery } from '../../state/queries.ts';
import { proposal as words } from '../../text/scenario-proposal.ts';
import { missingFields, proposalCells, proposalSheets, type TemplateField } from './proposal-file.ts';
import styles from './reach-sites.module.css';
import { nearestCommune, type Scenario } from './use-scenario.ts';

interface ProposeProjectProps {
  readonly scenario: Scenario;
  readonly phrase: string;
}

export function ProposeProject({ scenario, phrase }: ProposeProjectProps) {
  const { data: schema } = useQuery(apiQuery<{ fields: TemplateField[] }>('/schemas/projets.json'));
  const [word, setWord] = useState<string>(words.download);
  if (!schema) return null;
  const { fields } = schema;
  const cells = cellsOf(scenario, phrase);
  async function download() {
    setWord(words.preparing);
    try {
      const { default: writeXlsx } = await import('write-excel-file/browser');
      await writeXlsx(proposalSheets(fields, cells)).toFile(words.fileName);
      setWord(words.download);
    } catch {
      setWord(words.failed);
    }
  }
  return (
    <div className={styles.propose}>
      <Button onPress={download}>
        <span aria-live="polite">{word}</span>
      </Button>
      <p className={styles.note}>{words.lead(missingFields(fields, cells).map(({ title }) => title.toLowerCase()))}</p>
    </div>
  );
}

function cellsOf({ dropped, communes, limit }: Scenario, phrase: string) {
  const hosts = dropped.flatMap(({ at }) => nearestCommune(communes.values(), at)?.commune ?? []);
  const won = new Map<string, number>();
  for (const site of dropped)
    for (const { code, inhabitants } of site.won) won.set(code, (won.get(code) ?? 0) + inhabitants);
  return proposalCells({
    hosts: [...new Map(hosts.map((commune) => [commune.code, commune])).values()],
    sites: dropped.map(({ at }) => at),
    gained: dropped.reduce((sum, site) => sum + site.gained, 0),
    won: [...won].sort((a, b) => b[1] - a[1]).map(([code]) => communes.get(code)?.nom ?? code),
    limit,
    phrase,
    link: window.location.href,
    today: new Date().toISOString().slice(0, 10),
  });
}
