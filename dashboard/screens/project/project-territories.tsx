/** The territories that a project names, each leading to its panel on the map. */
import type { Project } from '../../../api/contract-projects.ts';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { projectSheet } from '../../text/project-sheet.ts';
import styles from './project-facts.module.css';
import { useNamedTerritories } from './use-named-territories.ts';

export function ProjectTerritories({ project }: { project: Project }) {
  const { communes, epcis } = useNamedTerritories(project);
  const isWide = project.niveau === 'departement';
  if (communes.length + epcis.length === 0) return isWide ? projectSheet.map.departement : projectSheet.map.other;
  return (
    <>
      {isWide && <span className={styles.detail}>{projectSheet.map.wide(communes.length, epcis.length)}</span>}
      {[communes, epcis].map(
        (places, rank) =>
          places.length > 0 && (
            <span key={places[0]?.code} className={rank === 1 && communes.length > 0 ? styles.detail : undefined}>
              {places.map(({ level, code, name }, i) => (
                <span key={code}>
                  {i > 0 && ', '}
                  <ScreenLink change={{ screen: 'map', indicator: 'projets', level, territory: { level, code } }}>
                    {name}
                  </ScreenLink>
                </span>
              ))}
            </span>
          ),
      )}
    </>
  );
}
