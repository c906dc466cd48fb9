/** Shows the button that prints, on pages where Remix does not run (`app/ui/print-button.tsx`). */
if (!('__remixContext' in window)) {
  for (const button of document.querySelectorAll('[data-cetak]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
