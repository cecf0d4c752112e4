// Node 20 refuses a worker written in TypeScript, even under tsx: this bootstrap registers tsx, then enters it.
import { register } from 'tsx/esm/api';

register();
await import('./writer-thread.ts');
