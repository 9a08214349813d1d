// Paints a PDF page by page as it comes into view, with cited and chosen places marked by the boxes of their words.

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
    const base = '/webjars/pdfjs-dist/';
    this.pdf = await pdfjs.getDocument({
      url: this.holder.dataset.url, cMapUrl: base + 'cmaps/', cMapPacked: true, standardFontDataUrl: base + 'standard_fonts/', wasmUrl: base + 'wasm/', isEvalSupported: false,
    }).promise;
    this.holder.replaceChildren();
    const width = Math.max(320, this.holder.clientWidth - 4);
    const watcher = new IntersectionObserver(seen => seen.filter(one => one.isIntersecting).forEach(one => this.render(Number(one.target.dataset.page))), { root: this.holder.parentElement, rootMargin: '600px' });
    for (let number = 1; number <= this.pdf.numPages; number++) {
      const page = await this.pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const scale = width / plain.width;
      const box = document.createElement('div');
      box.className = 'pdf-page';
      box.dataset.page = number;
      box.setAttribute('role', 'img');
      box.setAttribute('aria-label', `Page ${number}`);
      box.style.width = `${width}px`;
      box.style.height = `${plain.height * scale}px`;
      this.holder.append(box);
      this.pages[number] = { page, scale, box, rendered: false };
      watcher.observe(box);
    }
  }

  async render(number) {
    const one = this.pages[number];
    if (!one || one.rendered) return;
    one.rendered = true;
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
      this.words.set(number, fetch(`${this.holder.dataset.words}?page=${number}`).then(answer => answer.ok ? answer.json() : { words: [], width: 1, height: 1 }));
    }
    return this.words.get(number);
  }

  async mark(number) {
    const one = this.pages[number];
    if (!one) return null;
    const { words, width, height } = await this.wordsOf(number);
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
