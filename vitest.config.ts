import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.test.ts', '{data,etl,api,bench}/**/*.test.ts', 'dashboard/**/*.test.{ts,tsx}'],
    exclude: ['node_modules', 'dashboard/e2e/**'],
    globalSetup: './data/database/testing-setup.ts',
    // Each worker holds an embedded database of about 0.6 GB.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
