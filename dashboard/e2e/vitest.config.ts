import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['dashboard/e2e/**/*.e2e.ts'],
    globalSetup: './dashboard/e2e/program.ts',
    setupFiles: './dashboard/e2e/close-browser.ts',
    // One program, one browser at a time: two cores draw the map in software.
    fileParallelism: false,
    maxConcurrency: 3,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
