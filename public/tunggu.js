/*
 * Looks again every two seconds how far work in the background has come, on pages where Remix does not run
 * (`app/ui/work-progress.tsx`): what the page says now takes the place of what it said. Served as it is, so: no imports.
 */
const waiting = '[data-tunggu]'
if (!('__remixContext' in window)) {
  const timer = setInterval(async () => {
    if (document.visibilityState !== 'visible') return
    const answer = await fetch(location.pathname + location.search).catch(() => null)
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!page.querySelector(waiting)) clearInterval(timer)
    document.querySelector('main').replaceWith(page.querySelector('main'))
  }, 2000)
}
