/** The facts of a project's sheet, in the words of its source; what is not known is told apart, but for the budget. */
import type { ReactNode } from 'react';
import type { ProjectSheet } from '../../../api/contract-projects.ts';
import { fundersOf, lastEvidence } from '../../../data/analysis/project-facts.ts';
import { indicatorIds, requireIndicator } from '../../../data/catalogue/catalogue.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { formatEuros } from '../../text/numbers.ts';
import { carrierDetail, dateOf, phaseOf, projectSheet } from '../../text/project-sheet.ts';
import styles from './project-facts.module.css';
import { ProjectTerritories } from './project-territories.tsx';

const words = projectSheet.facts;

export function ProjectFacts({ sheet }: { sheet: ProjectSheet }) {
  const { projet: project, parent, parties } = sheet;
  const detail = carrierDetail(project);
  const start = dateOf(project.dateDebut, project.dateDebutPrevue);
  const end = dateOf(project.dateFin, project.dateFinPrevue);
  const seen = lastEvidence(project);
  const funders = fundersOf(project);
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title" className={styles.heading}>
        {words.title}
      </h2>
      <dl className={styles.facts}>
        <Fact label={words.carrier}>
          {project.porteur}
          {detail !== '' && <span className={styles.detail}>{detail}</span>}
        </Fact>
        <Fact label={words.territory}>
          <ProjectTerritories project={project} />
        </Fact>
        {project.lieu !== null && <Fact label={words.site}>{project.lieu}</Fact>}
        <Fact label={words.phase}>
          {phaseOf(project)}
          {seen !== null && <span className={styles.detail}>{words.seen(seen)}</span>}
        </Fact>
        {start !== null && <Fact label={words.start}>{start}</Fact>}
        {end !== null && <Fact label={words.end}>{end}</Fact>}
        <Fact label={words.budget}>
          {project.budgetEuros === null ? (
            <span className={styles.unknown}>{words.noBudget}</span>
          ) : (
            formatEuros(project.budgetEuros)
          )}
        </Fact>
        {funders.length > 0 && (
          <Fact label={words.funders}>
            <ul className={styles.list}>
              {funders.map((funder) => (
                <li key={funder}>
                  {funder}
                  <Grants project={project} funder={funder} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {project.partenaires.length > 0 && <Fact label={words.partners}>{project.partenaires.join(', ')}</Fact>}
        {project.publics.length > 0 && <Fact label={words.audiences}>{project.publics.join(', ')}</Fact>}
        {project.ouvert !== null && <Fact label={words.isOpen}>{project.ouvert ? words.open : words.closed}</Fact>}
        {project.sousTheme !== null && <Fact label={words.subTheme}>{project.sousTheme}</Fact>}
        {project.objectifs !== null && (
          <Fact label={words.objectives}>
            <span className={styles.prose}>{project.objectifs}</span>
          </Fact>
        )}
        {project.effetsAttendus !== null && (
          <Fact label={words.effects}>
            <span className={styles.prose}>{project.effetsAttendus}</span>
          </Fact>
        )}
        {project.besoins.length > 0 && (
          <Fact label={words.needs}>
            <ul className={styles.list}>
              {project.besoins.map((need) => (
                <Need key={need} id={need} />
              ))}
            </ul>
          </Fact>
        )}
        {project.liens.length > 0 && (
          <Fact label={words.links}>
            <ul className={styles.list}>
              {project.liens.map((link) => (
                <li key={link} className={styles.address}>
                  <a href={link} rel="noreferrer">
                    {link.replace(/^https?:\/\/(www\.)?/, '')}
                  </a>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {parent && (
          <Fact label={words.parent}>
            <ScreenLink change={{ screen: 'project', item: parent.id }}>{parent.titre}</ScreenLink>
          </Fact>
        )}
        {parties.length > 0 && (
          <Fact label={words.parts}>
            <ul className={styles.list}>
              {parties.map(({ id, titre }) => (
                <li key={id}>
                  <ScreenLink change={{ screen: 'project', item: id }}>{titre}</ScreenLink>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What one funder gave, by year; nothing when only its name is known. */
function Grants({ project, funder }: { project: ProjectSheet['projet']; funder: string }) {
  const grants = project.financements
    .filter(({ financeur }) => financeur === funder)
    .map(({ annee, montantEuros }) =>
      [montantEuros === null ? null : formatEuros(montantEuros), annee].filter((part) => part !== null).join(', '),
    )
    .filter((text) => text !== '');
  return grants.length > 0 && <span className={styles.muted}>{`\u00a0: ${grants.join('\u00a0; ')}`}</span>;
}

function Need({ id }: { id: string }) {
  const indicator = indicatorIds.find((each) => each === id);
  if (!indicator) return <li>{id}</li>;
  return (
    <li>
      <ScreenLink change={{ screen: 'map', indicator }}>{requireIndicator(indicator).label}</ScreenLink>
    </li>
  );
}
