// The browser knows where it stands. It only answers for a person who has not answered yet.
const box = document.querySelector("select[data-time-zone]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (box && !box.value && [...box.options].some((option) => option.value === here)) box.value = here;
