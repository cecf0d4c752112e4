/** Three sentences that open the screen: how many, in how many communes, and what the next sites would bring. */
import type { Territory } from '../../../api/contract.ts';
import { useDepartement } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { ofDepartement } from '../../text/departement-name.ts';
import { beyondSentence, communesSentence, ofEpci, sitesSentence } from '../../text/reach.ts';
import type { Scenario } from './use-scenario.ts';

interface ReachLeadProps {
  readonly scenario: Scenario;
  readonly epci: readonly Territory[];
}

export function ReachLead({ scenario, epci }: ReachLeadProps) {
  const { view } = useView();
  const departement = useDepartement();
  const { reach, beyond, communes, distances, standing, sites, limit, isPartial } = scenario;
  const chosen = epci.find(({ code }) => code === view.epci);
  const [first] = beyond;
  const km = first && distances.get(first.code);
  const nameOf = (code: string) => communes.get(code)?.nom ?? code;
  return [
    beyondSentence({
      kind: view.gaps.kind,
      service: view.gaps.service,
      open: view.open,
      limit,
      inhabitants: reach.inhabitants,
      beyond: reach.beyond,
      places: standing.length,
      ofTerritory: chosen ? ofEpci(chosen.nom) : departement ? ofDepartement(departement) : '',
    }),
    standing.length > 0 && first && km !== undefined
      ? communesSentence(beyond.length, { name: nameOf(first.code), inhabitants: first.inhabitants, km }, isPartial)
      : '',
    standing.length > 0
      ? sitesSentence(
          sites.map(({ code }) => nameOf(code)),
          sites.reduce((sum, { gained }) => sum + gained, 0),
          reach.beyond,
          limit,
        )
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
