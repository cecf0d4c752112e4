/** Builds the dashboard into `dist/`, every file from our own origin: `npm run build`. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const fromRoot = (file: string) => path.resolve(import.meta.dirname, file);

export default defineConfig({
  root: fromRoot('dashboard'),
  plugins: [react()],
  resolve: {
    // react-maplibre would pull a second maplibre beside the CSP build, whose worker is a file and not a blob.
    alias: [{ find: /^maplibre-gl$/, replacement: fromRoot('node_modules/maplibre-gl/dist/maplibre-gl-csp.js') }],
  },
  build: {
    outDir: fromRoot('dist'),
    emptyOutDir: true,
    target: 'es2023',
    // A data: font or worker would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    // The map and its circles are lazy and large, and say so by their size in the report.
    chunkSizeWarningLimit: 1100,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/tiles': 'http://127.0.0.1:3000' } },
});
