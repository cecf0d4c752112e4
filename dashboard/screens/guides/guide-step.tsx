/** A step of a guide: what to do, what it looks like, and the view itself. */
import { ScreenLink } from '../../controls/screen-link.tsx';
import { parseView } from '../../state/view.ts';
import type { GuideStep } from '../../text/guides/declare.ts';
import { guideWords as words } from '../../text/guides.ts';
import styles from './guides-screen.module.css';

interface GuideStepBlockProps {
  readonly step: GuideStep;
  /** 1 for the first. */
  readonly rank: number;
}

export function GuideStepBlock({ step, rank }: GuideStepBlockProps) {
  const { title, says, quotes = [], links = [], picture } = step;
  const file = `/guides/${picture.id}.png`;
  return (
    <>
      <div className={styles.words}>
        <h2 className={styles.heading}>
          <span className={styles.rank} aria-hidden="true">
            {rank}
          </span>
          {title}
        </h2>
        {says.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {quotes.length > 0 && (
          <ul className={styles.quotes}>
            {quotes.map((quote) => (
              <li key={quote}>{quote}</li>
            ))}
          </ul>
        )}
        <ul className={styles.links}>
          <li>
            <ViewLink step={step} />
          </li>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
      <figure className={styles.figure}>
        <img
          className={styles.picture}
          src={file}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          loading="lazy"
          decoding="async"
        />
        <figcaption className={styles.caption}>
          {picture.caption}{' '}
          <a className={styles.enlarge} href={file} aria-label={words.enlargeOf(title)}>
            {words.enlarge}
          </a>
        </figcaption>
      </figure>
    </>
  );
}

/** Opens the view that is pictured, and nothing of the present one. */
function ViewLink({ step: { title, address, screen, anchor } }: { step: GuideStep }) {
  if (screen === null)
    return (
      <a className={styles.open} href={address} aria-label={words.openOf(title)}>
        {words.open}
      </a>
    );
  return (
    <ScreenLink
      className={styles.open}
      change={parseView(address)}
      label={words.openOf(title)}
      {...(anchor === undefined ? {} : { anchor })}
    >
      {words.open}
    </ScreenLink>
  );
}
