import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2020',
    sourcemap: false,
    // The server's pages are one file: two requests that were the first to ask for a second one found it half loaded.
    rollupOptions: isSsrBuild ? { output: { inlineDynamicImports: true } } : {},
  },
}))
