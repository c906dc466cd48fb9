import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

/** The server's bundle begins at the portal, which takes the pages with it. */
const portal: Plugin = {
  name: 'portal',
  enforce: 'post',
  apply: 'build',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? { build: { rollupOptions: { input: 'server/portal.ts' } } } : {},
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), portal],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2020',
    sourcemap: false,
    // One file: of two requests that were the first to need a second one, one found it half loaded.
    rollupOptions: isSsrBuild ? { output: { inlineDynamicImports: true } } : {},
  },
}))
