// Asks again and again until stopped, and says at the top of the page when nobody answers.

import { Refusal } from "./api.js";
import { setText } from "./dom.js";
import { fullText, timeText } from "./times.js";

const EVERY_MILLIS = 2000;

let silentSince = null;

// `refresh` gets a signal that ends its requests; `refused` gets the application's own words.
export function poll(refresh, refused = showRefusal) {
  const stopped = new AbortController();
  const run = async () => {
    try {
      await refresh(stopped.signal);
      showAnswer();
    } catch (error) {
      if (stopped.signal.aborted) {
        return;
      }
      if (error instanceof Refusal) {
        showAnswer();
        refused(error.message);
      } else {
        showSilence();
      }
    }
    if (!stopped.signal.aborted) {
      const next = setTimeout(run, EVERY_MILLIS);
      stopped.signal.addEventListener("abort", () => clearTimeout(next), { once: true });
    }
  };
  run();
  return () => stopped.abort();
}

function showAnswer() {
  silentSince = null;
  document.getElementById("failure").hidden = true;
  setText(document.getElementById("updated"), `Updated ${fullText(new Date())}`);
}

function showSilence() {
  silentSince ??= new Date();
  const failure = document.getElementById("failure");
  setText(failure, `The application does not answer since ${timeText(silentSince)}. What is shown below is from before.`
    + " This page goes on asking.");
  failure.hidden = false;
}

function showRefusal(words) {
  const failure = document.getElementById("failure");
  setText(failure, words);
  failure.hidden = false;
}
