/** vitest's setup file: the browser of a test file ends with it. */
import { afterAll } from 'vitest';
import { closeBrowser } from './browser.ts';

afterAll(closeBrowser);
