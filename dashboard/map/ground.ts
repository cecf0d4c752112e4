/** The colours of the map's own ground, for light and dark pages. Data colours come from `layers/palette.ts`. */
export interface Ground {
  readonly background: string;
  /** Parts of EPCI outside the département. */
  readonly outside: string;
  readonly inside: string;
  readonly communeLine: string;
  readonly epciLine: string;
  readonly edge: string;
  readonly ink: string;
  readonly halo: string;
  readonly selection: string;
  readonly casingOpacity: number;
}

export const lightGround: Ground = {
  background: '#ebe8e1',
  outside: '#f3f1eb',
  inside: '#fdfcf9',
  communeLine: '#9aa09b',
  epciLine: '#4a524e',
  edge: '#1c211f',
  ink: '#1c211f',
  halo: '#ffffff',
  selection: '#ffffff',
  casingOpacity: 0.75,
};

export const darkGround: Ground = {
  background: '#101413',
  outside: '#1a201e',
  inside: '#262d2a',
  communeLine: '#5b6560',
  epciLine: '#c3c9c4',
  edge: '#f0eee8',
  ink: '#1c211f',
  halo: '#ffffff',
  selection: '#ffffff',
  casingOpacity: 0,
};
