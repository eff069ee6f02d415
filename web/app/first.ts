// Runs before anything is drawn: the colours and the language that were chosen; one small file of its own, because the
// content security policy allows no script inside the page.
;(() => {
  const root = document.documentElement
  root.classList.add('js')
  try {
    const theme = localStorage.getItem('equalizer-theme')
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme
    const language = localStorage.getItem('equalizer-language')
    if (language === 'de' || language === 'en') root.lang = language
  } catch {
    // Storage is switched off.
  }
})()
