/** The referenced projects of the view, by theme, those of the whole département apart. */
import { type Key, Tag, TagGroup, TagList } from 'react-aria-components';
import type { Project } from '../../../api/contract-projects.ts';
import { type ThemeId, themeIds, themes } from '../../../data/catalogue/themes.ts';
import { useProjects, useTerritories } from '../../state/queries.ts';
import { useView } from '../../state/use-view.ts';
import { formatCount } from '../../text/numbers.ts';
import { projects as words } from '../../text/reading.ts';
import { ProjectItem } from './project-item.tsx';
import styles from './project-list.module.css';

const everyTheme = 'tous';

export function ProjectList() {
  const { view, choose } = useView();
  const { data } = useProjects();
  const { data: epcis } = useTerritories('epci');
  if (!data) return null;
  const { epci, theme } = view;
  const inScope = data.projets.filter(
    (project) => epci === null || project.epci.length === 0 || project.epci.includes(epci),
  );
  const shown = inScope.filter((project) => theme === null || project.theme === theme);
  const local = shown.filter((project) => project.epci.length > 0);
  const wide = shown.filter((project) => project.epci.length === 0);
  const name = epcis?.territoires.find(({ code }) => code === epci)?.nom;

  function pick(keys: 'all' | Set<Key>) {
    const [key] = keys === 'all' ? [] : keys;
    const next: ThemeId | null = themeIds.find((id) => id === key) ?? null;
    choose({ theme: next });
  }

  return (
    <section className={styles.list} aria-labelledby="projects-title">
      <h2 id="projects-title" className={styles.title}>
        {words.title}
      </h2>
      <TagGroup
        aria-label={words.themePicker}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[theme ?? everyTheme]}
        onSelectionChange={pick}
      >
        <TagList className={styles.chips ?? ''}>
          <Tag id={everyTheme} textValue={words.allThemes} className={styles.chip ?? ''}>
            {words.allThemes} <span className={styles.count}>{formatCount(inScope.length)}</span>
          </Tag>
          {themes.map(({ id, label, color }) => {
            const count = inScope.filter((project) => project.theme === id).length;
            return (
              <Tag key={id} id={id} textValue={label} className={styles.chip ?? ''}>
                <span aria-hidden="true" className={styles.dot} style={{ background: color }} />
                {label} <span className={styles.count}>{formatCount(count)}</span>
              </Tag>
            );
          })}
        </TagList>
      </TagGroup>
      <p className={styles.caution}>{words.caution}</p>
      <Group title={words.local(name ?? null, local.length)} projects={local} />
      {wide.length > 0 && <Group title={words.wide(wide.length)} projects={wide} />}
    </section>
  );
}

function Group({ title, projects }: { title: string; projects: readonly Project[] }) {
  return (
    <div>
      <h3 className={styles.group}>{title}</h3>
      {projects.length === 0 ? (
        <p className={styles.caution}>{words.none}</p>
      ) : (
        <ul className={styles.items}>
          {projects.map((project) => (
            <ProjectItem key={project.id} project={project} />
          ))}
        </ul>
      )}
    </div>
  );
}
