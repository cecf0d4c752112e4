/** What stands behind a cell: the values against their reference, supply, projects, and why it is classed so. */
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { lastEvidence } from '../../../data/analysis/project-facts.ts';
import { projectPhaseLabels } from '../../../data/catalogue/project-words.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import type { OpenCell } from '../../state/gap-choices.ts';
import type { GapFacts } from '../../state/use-gap-facts.ts';
import { useView } from '../../state/use-view.ts';
import {
  classWords,
  explainClass,
  figureOf,
  labelOfNeed,
  labelOfTheme,
  saySupply,
  sinceDate,
  gaps as words,
} from '../../text/gaps.ts';
import styles from './cell-detail.module.css';
import { ClassMark } from './class-mark.tsx';
import { censusTemplate, projectsOf } from './first-steps.tsx';

const shortLength = 5;

interface CellDetailProps {
  readonly open: OpenCell;
  readonly facts: GapFacts;
  readonly onClose: () => void;
}

export function CellDetail({ open, facts, onClose }: CellDetailProps) {
  const { view } = useView();
  const row = [...(facts.own ? [facts.own] : []), ...facts.rows].find(({ code }) => code === open.row);
  const cell = row?.cellules.find(({ theme }) => theme === open.theme);
  if (!row || !cell) return null;
  const isCommune = facts.epci !== null && row !== facts.own;
  const held = facts.projects.filter(
    ({ theme, communes, epci }) => theme === cell.theme && (isCommune ? communes : epci).includes(row.code),
  );
  const level = isCommune ? 'commune' : 'epci';
  const epci = facts.epci?.code ?? row.code;
  const isConnectivity = cell.theme === 'infrastructures-connectivite';
  return (
    <ModalOverlay className={styles.overlay ?? ''} isDismissable isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {row.nom}
            <span className={styles.theme}>{labelOfTheme(cell.theme)}</span>
          </Heading>
          <p className={styles.class}>
            <span className={styles.mark}>
              <ClassMark kind={cell.classe} projects={cell.projets} />
            </span>
            {classWords[cell.classe].label}
          </p>
          <p>{explainClass(cell.classe, facts.needRatio)}</p>
          {cell.besoins.length === 0 ? (
            <p className={styles.muted}>{words.noNeed}</p>
          ) : (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{words.need}</th>
                  <th scope="col">{words.value}</th>
                  <th scope="col">{words.reference}</th>
                </tr>
              </thead>
              <tbody>
                {cell.besoins.map(({ indicateur, valeur, reference, estBesoin }) => (
                  <tr key={indicateur} data-need={estBesoin || undefined}>
                    <th scope="row">{labelOfNeed(cell.theme, indicateur)}</th>
                    <td>{valeur === null ? words.noValue : figureOf(indicateur, valeur)}</td>
                    <td>{reference === null ? words.noValue : figureOf(indicateur, reference)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {cell.offre !== null && !isConnectivity && (
            <p>
              {words.supply}
              {'\u00a0: '}
              {saySupply(cell.offre)}
            </p>
          )}
          <h3 className={styles.heading}>{words.projects}</h3>
          {held.length === 0 ? (
            <p className={styles.muted}>{words.noProject(row.aRepondu)}</p>
          ) : (
            <ul className={styles.projects}>
              {held.slice(0, shortLength).map((project) => {
                const date = lastEvidence(project);
                return (
                  <li key={project.id}>
                    <ScreenLink change={{ screen: 'project', item: project.id }}>{project.titre}</ScreenLink>
                    <span className={styles.facts}>
                      {projectPhaseLabels[project.phase]},{' '}
                      {date === null ? words.noDate : words.lastNews(sinceDate(date))}
                    </span>
                  </li>
                );
              })}
              {held.length > shortLength && <li>{words.others(held.length - shortLength)}</li>}
            </ul>
          )}
          <p className={styles.links}>
            {held.length > 0 && (
              <ScreenLink change={projectsOf(view, epci, cell.theme)}>{words.seeProjects}</ScreenLink>
            )}
            {isConnectivity && (
              <ScreenLink change={{ screen: 'map', indicator: 'locaux-a-raccorder', epci, camera: null }}>
                {words.seeMap}
              </ScreenLink>
            )}
            <ScreenLink change={{ screen: 'map', epci, territory: { level, code: row.code }, camera: null }}>
              {words.seePanel}
            </ScreenLink>
            {!row.aRepondu && held.length === 0 && <a href={censusTemplate}>{words.seeCensus}</a>}
          </p>
          <Button slot="close" className={styles.close ?? ''}>
            {words.close}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
