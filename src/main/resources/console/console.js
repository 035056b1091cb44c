// Conveniences only: every form and link of the console works without this file.

const form = document.querySelector('form.desk, form:has(.savebar)');
const start = form && new URLSearchParams(new FormData(form)).toString();
let sent = false;

form?.addEventListener('submit', (event) => {
  sent = event.submitter?.formTarget !== '_blank';
});

window.addEventListener('beforeunload', (event) => {
  if (form && !sent && new URLSearchParams(new FormData(form)).toString() !== start) {
    event.preventDefault();
  }
});

// A refused form: the keyboard's place moves to the sentence that says why.
document.getElementById('problems')?.focus();

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
    const save = form?.querySelector('[aria-keyshortcuts*="Control+S"]');
    if (save) {
      event.preventDefault();
      form.requestSubmit(save);
    }
    return;
  }
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === '/') {
    const search = document.querySelector('[type="search"]');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === 'n') {
    document.querySelector('.write')?.click();
  }
});

// A sign-in name is suggested from the name until it is changed by hand.
const person = document.getElementById('f-display');
const signIn = document.getElementById('f-name');
if (person && signIn && signIn.value === '') {
  let suggested = '';
  person.addEventListener('input', () => {
    if (signIn.value === suggested) {
      const [first] = person.value.normalize('NFD').toLowerCase().split(/\s/, 1);
      suggested = first.replace(/[^a-z0-9_.-]/g, '');
      signIn.value = suggested;
    }
  });
}
