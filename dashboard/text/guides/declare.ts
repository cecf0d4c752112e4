/** What a guide is made of. The browser tests take each picture from these very declarations. */
import type { Screen } from '../../state/screens.ts';

export interface GuidePicture {
  /** Its file: `/guides/<id>.png`. */
  readonly id: string;
  /** CSS pixels, which are those of the file. */
  readonly width: number;
  readonly height: number;
  /** Element that the picture starts with, and a margin around; absent: the whole window, of that size. */
  readonly from?: string;
  /** What it shows, for who does not see it. Without figures: they change with each load. */
  readonly alt: string;
  readonly caption: string;
}

export interface GuideStep {
  readonly title: string;
  readonly says: readonly string[];
  /** Real messages of the program, quoted. */
  readonly quotes?: readonly string[];
  /** Where it happens, and where its picture is taken. */
  readonly address: string;
  /** The screen that the address opens; null: a page beside the dashboard. */
  readonly screen: Screen | null;
  /** Id of the element to bring into sight there. */
  readonly anchor?: string;
  readonly picture: GuidePicture;
  readonly links?: readonly { readonly href: string; readonly label: string }[];
}

export interface Guide {
  readonly id: 'decideur' | 'epci' | 'analyste' | 'collectivite';
  /** Who reads it. */
  readonly reader: string;
  readonly title: string;
  /** What the reader leaves with, in a sentence. */
  readonly lead: string;
  readonly steps: readonly GuideStep[];
}

/** The window in which a picture of a part of a screen is taken. */
export const partWindow = { width: 1040, height: 900 } as const;
/** Around the element that a picture starts with. */
export const partMargin = 16;
