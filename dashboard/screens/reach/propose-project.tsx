/** The scenario as a row of the projects' template, to be copied and completed by hand: nothing is sent. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../controls/button.tsx';
import { apiQuery } from '../../state/queries.ts';
import { proposal, scenario as words } from '../../text/reach.ts';
import styles from './reach-sites.module.css';
import { nearestCommune, type Scenario } from './use-scenario.ts';

interface ProposeProjectProps {
  readonly scenario: Scenario;
  readonly phrase: string;
  readonly limitKm: number;
}

export function ProposeProject({ scenario, phrase, limitKm }: ProposeProjectProps) {
  const { data: schema } = useQuery(apiQuery<{ fields: { name: string }[] }>('/schemas/projets.json'));
  const [word, setWord] = useState<string>(words.propose);
  if (!schema) return null;
  const cells = cellsOf(scenario, phrase, limitKm);
  const row = schema.fields.map(({ name }) => cells[name] ?? '').join('\t');
  async function copy() {
    try {
      await navigator.clipboard.writeText(row);
      setWord(words.copied);
    } catch {
      // Without a secure origin there is no clipboard: the row below is there to be selected.
      setWord(words.copyFailed);
    }
    setTimeout(() => setWord(words.propose), 2500);
  }
  return (
    <div className={styles.propose}>
      <Button onPress={copy}>
        <span aria-live="polite">{word}</span>
      </Button>
      <p className={styles.note}>
        {words.proposeLead}
        <a href="/schemas/projets.xlsx">{words.template}</a>
        {words.proposeEnd}
      </p>
      <details className={styles.note}>
        <summary>{words.row}</summary>
        <p className={styles.row}>{row}</p>
      </details>
    </div>
  );
}

/** Columns of the template that the scenario fills; whoever carries it is for people to say. */
function cellsOf({ dropped, communes, won }: Scenario, phrase: string, limitKm: number): Record<string, string> {
  const hosts = [
    ...new Map(
      dropped.flatMap(({ at }) => {
        const commune = nearestCommune(communes.values(), at)?.commune;
        return commune ? [[commune.code, commune] as const] : [];
      }),
    ).values(),
  ];
  const gained = dropped.reduce((sum, site) => sum + site.gained, 0);
  const epci = [...new Set(hosts.flatMap((commune) => commune.epci?.code ?? []))];
  const only = dropped.length === 1 ? dropped[0] : undefined;
  return {
    titre: proposal.title(
      hosts.map(({ nom }) => nom),
      phrase,
    ),
    resume: proposal.summary(
      gained,
      limitKm,
      phrase,
      [...won].map((code) => communes.get(code)?.nom ?? code),
    ),
    theme: 'inclusion-mediation',
    niveau: hosts.length === 1 ? 'commune' : epci.length === 1 ? 'epci' : 'autre',
    communes: hosts.map(({ code }) => code).join('|'),
    epci: epci.join('|'),
    latitude: only ? String(only.at[1]) : '',
    longitude: only ? String(only.at[0]) : '',
    phase: 'idee',
    source_url: window.location.href,
    confiance: 'basse',
  };
}
