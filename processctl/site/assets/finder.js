// Finds the pages that speak of some words. Words are compared by their stems, for Finnish has many endings:
// who types "luovutuksen" finds "luovutus". docs/decisions/0032 says why no library does this.
(function () {
  "use strict";

  const WEIGHTS = { title: 4, heading: 2, text: 1 };
  const SAME = 6;
  const STEM = 5;
  const BEGINS = 4; // what is still being typed
  const KIN = 3; // the stem of another form, as "luovutuks" is of "luovutus"
  const WITHIN = 2; // a part of a longer word, as in "loppuasiakas"
  const MISTYPED = 1;

  // Letters without their dots and accents, for keyboards that have none.
  function plain(word) {
    return word.normalize("NFD").replace(/\p{M}/gu, "");
  }

  function words(text) {
    return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) || [];
  }

  // How many letters have to be changed, added or left out; `most` + 1 if more than `most`.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) {
      return most + 1;
    }
    let above = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row += 1) {
      const line = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const changed = above[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1);
        line.push(Math.min(changed, above[column] + 1, line[column - 1] + 1));
      }
      if (Math.min(...line) > most) {
        return most + 1;
      }
      above = line;
    }
    return above[other.length];
  }

  function areKin(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) {
      same += 1;
    }
    return same >= 4 && Math.max(one.length, other.length) - same <= 2;
  }

  function likeness(sought, known) {
    if (sought.word === known.word) {
      return SAME;
    }
    if (sought.stem === known.stem) {
      return STEM;
    }
    if (known.plain.startsWith(sought.plain)) {
      return BEGINS;
    }
    if (areKin(sought.stem, known.stem)) {
      return KIN;
    }
    const isWithin = [sought.plain, sought.stem].some((one) => one.length >= 4 && known.plain.includes(one));
    return isWithin ? WITHIN : 0;
  }

  function mistyped(sought, known) {
    const most = sought.plain.length >= 8 ? 2 : 1;
    const begun = known.plain.slice(0, sought.plain.length);
    const isNear = sought.plain.length >= 4
      && [known.plain, known.stem, begun].some((one) => distance(sought.plain, one, most) <= most);
    return isNear ? MISTYPED : 0;
  }

  class Finder {
    // `pages` are [path, title, [[anchor, heading, the number of its text], …]].
    constructor(pages, texts, stemmer) {
      this.pages = pages;
      this.texts = texts;
      this.stemmer = stemmer;
      this.known = new Map();
      pages.forEach(([path, title, sections], page) => {
        // Some call things by the short names that they have in the files: mql, sla.
        this.learn("heading", path.replace(/^.*\/|\.html$/g, "").replace(/[_-]/g, " "), page, 0);
        sections.forEach(([, heading, text], section) => {
          this.learn("title", title, page, section);
          this.learn("heading", heading, page, section);
          this.learn("text", texts[text], page, section);
        });
      });
    }

    form(word) {
      return { word, plain: plain(word), stem: plain(this.stemmer.stemWord(word)) };
    }

    learn(field, text, page, section) {
      for (const word of new Set(words(text))) {
        if (!this.known.has(word)) {
          this.known.set(word, { ...this.form(word), places: [] });
        }
        this.known.get(word).places.push([page, section, WEIGHTS[field]]);
      }
    }

    // The known words that are like a word, with how much.
    like(word) {
      const sought = this.form(word);
      for (const judge of [likeness, mistyped]) {
        const found = [...this.known.values()]
          .map((known) => [known, judge(sought, known)])
          .filter(([, score]) => score > 0);
        if (found.length) {
          return found;
        }
      }
      return [];
    }

    // For each page that has something like every word its best section, the best page first.
    find(query) {
      const sought = words(query);
      const scores = new Map(); // from "page section" to the best score of each word
      sought.forEach((word, number) => {
        for (const [known, likeness] of this.like(word)) {
          for (const [page, section, weight] of known.places) {
            const key = `${page} ${section}`;
            const score = scores.get(key) || { page, section, words: new Set(), best: sought.map(() => 0) };
            score.best[number] = Math.max(score.best[number], likeness * weight);
            score.words.add(known.word);
            scores.set(key, score);
          }
        }
      });
      const best = new Map();
      for (const one of scores.values()) {
        const total = one.best.every(Boolean) ? one.best.reduce((sum, part) => sum + part) : 0;
        if (total > (best.get(one.page)?.total || 0)) {
          best.set(one.page, { ...one, total });
        }
      }
      return [...best.values()]
        .sort((one, other) => other.total - one.total || one.page - other.page)
        .map((one) => this.told(one));
    }

    told({ page, section, words: found }) {
      const [path, title, sections] = this.pages[page];
      const [anchor, heading, text] = sections[section];
      return { address: anchor ? `${path}#${anchor}` : path, title, heading, excerpt: excerpt(this.texts[text], found) };
    }
  }

  // The words around the first one that was found, in three parts: before, the word, after.
  function excerpt(text, found) {
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (found.has(word.normalize("NFC").toLowerCase())) {
        const before = text.slice(0, index).split(" ").slice(-8).join(" ");
        const after = text.slice(index + word.length).split(" ").slice(0, 14).join(" ");
        return [before, word, after];
      }
    }
    return [text.split(" ").slice(0, 20).join(" "), "", ""];
  }

  window.processctlFinder = Finder;
})();
