#!/usr/bin/env python3
"""Set the articles anew as other publishers do, to see whether the extraction holds on layouts that it was not developed on.

    layouts.py ARTICLES_FOLDER OUT [--only LAYOUT]

ARTICLES_FOLDER/<id>/fulltext.xml (JATS) is printed by chromium to OUT/<layout>/<id>/fulltext.pdf. Then, for each layout:

    ./casewright extract OUT/<layout>/*/fulltext.pdf --out READ
    python3 ../shared/tools/score_text.py ARTICLES_FOLDER READ

The layouts take what is typical of a publisher (columns, running heads, boxes, rules of tables), not its looks. Tables wider than their column are cut off by the browser, so no
layout can reach all rows. Only the standard library and chromium are used.
"""
import argparse
import html
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

BASE = '''
    *{box-sizing:border-box }
    body{font-family:"Liberation Serif",serif;font-size:10pt;line-height:1.2;text-align:justify;hyphens:auto;margin:0 }
    h1{font-size:18pt;line-height:1.1;text-align:left }
    h2{font-size:12pt;margin:10pt 0 4pt }
    h3{font-size:12pt;margin:10pt 0 4pt }
    h4{font-size:10pt;font-style:italic;margin:8pt 0 2pt }
    p{margin:0;text-indent:12pt }
    h2+p,h3+p,h4+p{text-indent:0 }
    table{border-collapse:collapse;width:100%;font-size:8pt;text-align:left }
    td{padding:2pt 4pt;vertical-align:top }
    .tw,.fig{break-inside:avoid;margin:8pt 0 }
    .cap{font-size:8.5pt;text-align:left;margin:3pt 0 }
    .aff{font-size:8pt;text-indent:0 }
    .fn{font-size:7.5pt;text-indent:0 }
    .ref{font-size:8pt;text-indent:-14pt;padding-left:14pt;text-align:left }
    thead{border-top:1px solid;border-bottom:1px solid }
    table{border-bottom:1px solid }
'''

LAYOUTS = {
    'three': '''
        @page{size:A4;margin:18mm 14mm;@top-left{content:"Case report";font-size:8pt}
        @top-right{content:"J Inv Med 2016;12:101-9";font-size:8pt}
        @bottom-center{content:"www.invented-journal.org   " counter(page);font-size:8pt}}
        body{font-size:8.5pt}
        .main{column-count:3;column-gap:5mm}
        table{font-size:6.5pt}''',
    'elsevier': '''
        @page{size:A4;margin:22mm 15mm 18mm;@bottom-center{content:"http://dx.doi.org/10.1016/j.inv.2016.01.002 1234-5678/\\A9 2016 The Authors. Published by Elsevier Ltd.";font-size:7pt}}
        @page:left{@top-left{content:counter(page);font-size:8pt}
        @top-center{content:"A. Author et al. / Journal of Invented Medicine 12 (2016) 101-109";font-size:8pt}}
        @page:right{@top-right{content:counter(page);font-size:8pt}
        @top-center{content:"A. Author et al. / Journal of Invented Medicine 12 (2016) 101-109";font-size:8pt}}
        .main{column-count:2;column-gap:7mm}
        .info{display:flex;border-top:1px solid;border-bottom:1px solid;gap:8mm;margin:4mm 0}
        .info>div:first-child{width:32%;font-size:8pt;text-align:left}
        .info .abs{font-size:9pt;width:68%}''',
    'plos': '''
        @page{size:Letter;margin:22mm 18mm 20mm 66mm;@top-right{content:"A study of invented things";font-size:8pt}
        @bottom-left{content:"PLOS ONE | DOI:10.1371/journal.pone.0123456 January 12, 2016";font-size:7pt}
        @bottom-right{content:counter(page) " / 15";font-size:7pt}}
        body{font-size:9.5pt;text-align:left;hyphens:none}
        .side{position:absolute;left:-48mm;width:42mm;top:60mm;font-size:7.5pt}
        p{text-indent:0;margin:0 0 6pt}
        .wrap{position:relative}
        .cap{font-weight:bold}
        table td{border:0.5px solid #666}''',
    'mdpi': '''
        @page{size:A4;margin:25mm 27mm;@top-left{content:"Int. J. Invent. Med. 2016, 13, 101; doi:10.3390/ijim13010101";font-style:italic;font-size:8pt}
        @top-right{content:counter(page) " of 12";font-size:8pt}}
        .tw{width:80%;margin-left:10%}
        .cap{text-align:center}
        td{text-align:center}
        thead td{font-weight:bold}''',
    'frontiers': '''
        @page{size:A4;margin:22mm 17mm;@bottom-left{content:"Frontiers in Invention | www.frontiersin.org";font-size:7pt}
        @bottom-center{content:counter(page);font-size:7pt}
        @bottom-right{content:"January 2016 | Volume 7 | Article 12";font-size:7pt}}
        @page:left{@top-left{content:"Author et al.";font-size:8pt}}
        @page:right{@top-right{content:"A study of invented things";font-size:8pt}}
        body{font-family:"Liberation Sans",sans-serif;font-size:9pt}
        .main{column-count:2;column-gap:6mm}
        .cap{font-size:8pt}
        .tw .cap b,.fig .cap b{text-transform:uppercase}
        .tw{column-span:all}
        tbody tr:nth-child(even){background:#dde}
        h3{text-transform:uppercase}''',
    'bmj': '''
        @page{size:A4;margin:18mm 14mm;@top-left{content:"Unusual presentation of more common disease/injury";font-size:8pt}
        @bottom-left{content:"Author A, et al. BMJ Case Rep 2016. doi:10.1136/bcr-2015-212345";font-size:7pt}
        @bottom-right{content:counter(page);font-size:7pt}}
        body{font-family:"Liberation Sans",sans-serif;font-size:8.5pt}
        .main{column-count:2;column-gap:6mm}
        .box{border:1px solid #06a;background:#e8f2fa;padding:6pt;break-inside:avoid;margin:8pt 0}
        table td{border:0}''',
    'springer': '''
        @page{size:A4;margin:20mm 18mm;@top-left{content:"Author et al. Invented Medicine (2016) 9:12";font-size:8pt}
        @top-right{content:"Page " counter(page) " of 9";font-size:8pt}
        @bottom-center{content:"\\A9 2016 Author et al. Open Access This article is distributed under the terms";font-size:6.5pt}}
        @page:first{@top-left{content:"Author et al. Invented Medicine (2016) 9:12  DOI 10.1186/s13000-016-0123-4";font-size:8pt}}
        .main{column-count:2;column-gap:7mm}
        .abs{background:#eef;padding:8pt;border:1px solid #88a;column-span:all}
        td{border-top:0.3px solid #999}
        thead td{background:#ccd}''',
    'land': '''
        @page{size:A4;margin:22mm 20mm;@bottom-center{content:counter(page)}}
        @page wide{size:A4 landscape}
        .tw{page:wide;break-inside:auto}
        td{padding:6pt 4pt;border:0.5px solid}''',
}

ELSEVIER_DATES = '<div><h4>Article history:</h4>Received 12 October 2015<br>Accepted 3 January 2016<br><br><i>Keywords:</i><br>Invented words<br>Case report<br>Adverse events</div>'
PLOS_SIDE = ('<div class="side"><b>OPEN ACCESS</b><br><br><b>Citation:</b> Author A (2016) A study of invented things. PLoS ONE 11(1): e0123456. doi:10.1371/journal.pone.0123456'
             '<br><br><b>Editor:</b> Jane Roe, University of Invention<br><br><b>Received:</b> June 9, 2015<br><b>Accepted:</b> December 30, 2015</div>')
BMJ_BOX = ('<div class="box"><b>Learning points</b><p>The first thing to learn is that invented boxes stand between the paragraphs of the text.</p>'
           '<p>The second thing to learn is that nobody should read them in the middle of a sentence.</p></div>')
DRAWING = ('<svg width="100%" viewBox="0 0 300 150"><rect x="20" y="10" width="270" height="120" fill="#eee" stroke="#000"/><text x="40" y="40" font-size="9">Control group</text>'
           '<text x="160" y="80" font-size="9">P &lt; 0.05</text><text x="130" y="145" font-size="9">Time (days)</text></svg>')
SAME = {'italic': 'i', 'bold': 'b', 'sup': 'sup', 'sub': 'sub'}


def inline(element):
    """The words of an element without the tables and figures in it."""
    written = html.escape(element.text or '')
    for child in element:
        if child.tag not in ('table-wrap', 'fig'):
            tag = SAME.get(child.tag)
            written += f'<{tag}>{inline(child)}</{tag}>' if tag else inline(child)
        written += html.escape(child.tail or '')
    return written


def cell(element):
    spans = ''.join(f' {name}="{element.get(name)}"' for name in ('colspan', 'rowspan') if element.get(name))
    return f'<td{spans}>{inline(element)}</td>'


def caption(element):
    return f'<div class="cap"><b>{html.escape(element.findtext("label") or "")}.</b> {" ".join(inline(p) for p in element.findall("caption/p"))}</div>'


def table(wrap):
    found = wrap.find('.//table')
    if found is None:
        return ''
    parts = [part for name in ('thead', 'tbody') for part in found.findall(name)] or [found]
    rows = ''.join(f'<{part.tag if part is not found else "tbody"}>' + ''.join('<tr>' + ''.join(map(cell, row)) + '</tr>' for row in part.iter('tr'))
                   + f'</{part.tag if part is not found else "tbody"}>' for part in parts)
    notes = ''.join(f'<p class="fn">{inline(p)}</p>' for p in wrap.findall('table-wrap-foot//p'))
    return f'<div class="tw">{caption(wrap)}<table>{rows}</table>{notes}</div>'


def figure(element):
    return f'<div class="fig">{DRAWING}{caption(element)}</div>'


def block(element, depth=2):
    written = ''
    for child in element:
        if child.tag in ('sec', 'fig-group', 'list', 'list-item', 'disp-quote', 'boxed-text'):
            written += block(child, depth + (child.tag == 'sec'))
        elif child.tag == 'title':
            written += f'<h{min(depth, 4)}>{inline(child)}</h{min(depth, 4)}>'
        elif child.tag in ('p', 'disp-formula'):
            written += f'<p>{inline(child)}</p>' + ''.join(map(table, child.iter('table-wrap'))) + ''.join(map(figure, child.iter('fig')))
        elif child.tag == 'table-wrap':
            written += table(child)
        elif child.tag == 'fig':
            written += figure(child)
    return written


def page(root, body, layout):
    authors = ', '.join(f'{name.findtext("given-names")} {name.findtext("surname")}' for name in root.findall('.//contrib-group//name'))
    places = ''.join(f'<p class="aff">{inline(place)}</p>' for place in root.findall('.//aff'))
    head = f'<h1>{inline(root.find(".//article-title"))}</h1><p class="aff">{html.escape(authors)}</p>{places}'
    told = ''.join(f'<p>{inline(p)}</p>' for p in root.findall('.//abstract//p'))
    abstract = f'<div class="abs"><h2>Abstract</h2>{told}</div>' if told else ''
    text = block(body) + ''.join(map(block, root.findall('.//floats-group')))
    references = '<h3>References</h3>' + ''.join(f'<p class="ref">{number}. {" ".join(inline(one).split())}</p>' for number, one in enumerate(root.findall('.//ref-list/ref'), 1))
    if layout == 'elsevier':
        abstract = f'<div class="info">{ELSEVIER_DATES}{abstract or "<div></div>"}</div>'
    if layout == 'plos':
        head = PLOS_SIDE + head
    if layout == 'bmj':
        paragraphs = text.split('</p>')
        text = '</p>'.join(paragraphs[:len(paragraphs) // 2]) + '</p>' + BMJ_BOX + '</p>'.join(paragraphs[len(paragraphs) // 2:])
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{BASE}{LAYOUTS[layout]}</style><body><div class="wrap">{head}{abstract}<div class="main">{text}{references}</div></div>'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('articles', type=Path)
    parser.add_argument('out', type=Path)
    parser.add_argument('--only', choices=LAYOUTS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as profile:
        for layout in [given.only] if given.only else LAYOUTS:
            for source in sorted(given.articles.glob('*/fulltext.xml')):
                root = ET.fromstring(re.sub(r'<!DOCTYPE[^>]*>', '', source.read_text(encoding='utf-8')))
                body = root.find('.//body')
                if body is None:
                    continue
                folder = given.out / layout / source.parent.name
                folder.mkdir(parents=True, exist_ok=True)
                (folder / 'page.html').write_text(page(root, body, layout), encoding='utf-8')
                subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', f'--user-data-dir={profile}', f'--print-to-pdf={folder / "fulltext.pdf"}',
                                (folder / 'page.html').resolve().as_uri()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, check=True)
            print(layout, len(list((given.out / layout).glob('*/fulltext.pdf'))), flush=True)


if __name__ == '__main__':
    main()
