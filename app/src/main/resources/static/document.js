// Paints a PDF, or shows a scan, page by page as it comes into view, with cited, chosen and doubtful places marked by the boxes of their words.

import * as pdfjs from '/webjars/pdfjs-dist/build/pdf.min.mjs';

pdfjs.GlobalWorkerOptions.workerSrc = '/webjars/pdfjs-dist/build/pdf.worker.min.mjs';

export class PdfPainter {
  constructor(holder) {
    this.holder = holder;
    this.pages = [];
    this.words = new Map();
    this.lit = [];
    this.cited = () => [];
  }

  // cited: gives the places that anything in the draft rests on
  async paint(cited) {
    this.cited = cited;
    if (this.holder.dataset.image) return this.showImages();
    const base = '/webjars/pdfjs-dist/';
    const loading = pdfjs.getDocument({
      url: this.holder.dataset.url, cMapUrl: base + 'cmaps/', cMapPacked: true, standardFontDataUrl: base + 'standard_fonts/', wasmUrl: base + 'wasm/', iccUrl: base + 'iccs/', isEvalSupported: false,
    });
    loading.onPassword = (open, why) => this.askPassword(open, why === pdfjs.PasswordResponses.INCORRECT_PASSWORD);
    this.pdf = await loading.promise;
    this.holder.replaceChildren();
    const width = Math.max(320, this.holder.clientWidth - 4);
    for (let number = 1; number <= this.pdf.numPages; number++) {
      const page = await this.pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const scale = width / plain.width;
      this.add(number, width, plain.height * scale, { page, scale });
    }
  }

  // Stays in the browser: it paints the pages, the text was read before.
  askPassword(open, wrong) {
    const form = document.createElement('form');
    form.className = 'card';
    const label = document.createElement('label');
    label.textContent = wrong ? 'This is not the password. Password of this PDF, to show its pages ' : 'Password of this PDF, to show its pages ';
    const input = document.createElement('input');
    input.type = 'password';
    input.autocomplete = 'off';
    const button = document.createElement('button');
    button.textContent = 'Show';
    label.append(input);
    form.append(label, button);
    form.addEventListener('submit', event => {
      event.preventDefault();
      open(input.value);
    });
    this.holder.replaceChildren(form);
  }

  async showImages() {
    this.holder.replaceChildren();
    const room = Math.max(320, this.holder.clientWidth - 4);
    for (let number = 1; number <= Number(this.holder.dataset.pages); number++) {
      const { width, height } = await this.wordsOf(number);
      this.add(number, room, room * height / width, {});
    }
  }

  add(number, width, height, one) {
    this.watcher ??= new IntersectionObserver(seen => seen.filter(each => each.isIntersecting).forEach(each => this.render(Number(each.target.dataset.page))), { root: this.holder.parentElement, rootMargin: '600px' });
    const box = document.createElement('div');
    box.className = 'pdf-page';
    box.dataset.page = number;
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', `Page ${number}`);
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    this.holder.append(box);
    this.pages[number] = { ...one, box, rendered: false };
    this.watcher.observe(box);
  }

  async render(number) {
    const one = this.pages[number];
    if (!one || one.rendered) return;
    one.rendered = true;
    if (!one.page) {
      const image = document.createElement('img');
      image.alt = '';
      image.src = `${this.holder.dataset.image}?page=${number}`;
      one.box.prepend(image);
      await this.mark(number);
      return;
    }
    const density = Math.min(2, window.devicePixelRatio || 1);
    const viewport = one.page.getViewport({ scale: one.scale * density });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    one.box.prepend(canvas);
    await one.page.render({ canvas, viewport }).promise;
    await this.mark(number);
  }

  async wordsOf(number) {
    if (!this.words.has(number)) {
      this.words.set(number, fetch(`${this.holder.dataset.words}&page=${number}`).then(answer => answer.ok ? answer.json() : { words: [], marks: [], width: 1, height: 1 }));
    }
    return this.words.get(number);
  }

  async mark(number) {
    const one = this.pages[number];
    if (!one) return null;
    const { words, marks, width, height } = await this.wordsOf(number);
    one.box.querySelectorAll('.box').forEach(box => box.remove());
    let first = null;
    const draw = (places, look) => {
      for (const [start, end, x, y, w, h] of words) {
        if (!places.some(place => place.page === number && start < place.end && end > place.start)) continue;
        const box = document.createElement('div');
        box.className = `box ${look}`;
        box.style.left = `${100 * (x - 1) / width}%`;
        box.style.top = `${100 * (y - h * 0.2) / height}%`;
        box.style.width = `${100 * (w + 2) / width}%`;
        box.style.height = `${100 * h * 1.45 / height}%`;
        one.box.append(box);
        if (look === 'lit') first ??= box;
      }
    };
    for (const { start, end, kind } of marks) draw([{ page: number, start, end }], { DOUBTFUL: 'doubtful', UNIT: 'unit', HIDDEN: 'hidden-words' }[kind]);
    draw(this.cited(), 'cited');
    draw(this.lit, 'lit');
    return first;
  }

  async light(places) {
    const before = this.lit.map(place => place.page);
    this.lit = places;
    let first = null;
    for (const number of new Set([...places.map(place => place.page), ...before])) {
      const box = await this.mark(number);
      if (box && !first && number === places[0]?.page) first = box;
    }
    first?.scrollIntoView({ block: 'center' });
  }

  refresh() {
    this.pages.forEach((one, number) => { if (one?.rendered) this.mark(number); });
  }
}
