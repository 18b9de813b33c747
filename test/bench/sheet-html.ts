import type { EvaluationSheetModel } from '../../shared/print/evaluation-sheet-model';

const style = `
@page { size: A4; margin: 19mm 14mm 16mm; @bottom-center { content: counter(page) " / " counter(pages) } }
main { font: 9pt/1.48 Paper; }
h1 { font-size: 18pt; text-align: center } h2 { font-size: 10.5pt; break-after: avoid }
table { width: 100%; border-collapse: collapse; border: 0.9pt solid #111 }
th, td { border: 0.4pt solid #444; padding: 4pt; text-align: left; font-weight: normal }
th { background: #eee; font-size: 8pt; text-align: center } tr { break-inside: avoid }
thead { display: table-header-group } .r { width: 9mm; text-align: center }
.v { writing-mode: vertical-rl }`;

function safe(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}

function ratings({ employee, first, second }: { employee: string; first: string; second: string }) {
  return [employee, first, second].map((rating) => `<td class="r">${rating}</td>`).join('');
}

const ratingHeads = ['本人', '一次', '二次'].map((name) => `<th>${name}</th>`).join('');

/** The form of the sheet as a browser would be given it, with nothing it can do without. */
export function sheetHtml(model: EvaluationSheetModel): string {
  const { header, sectionTitles } = model;
  const evidence = (texts: readonly { label: string; text: string }[]) =>
    texts.map(({ label, text }) => `<b>〔${label}〕</b>${safe(text)}`).join('<br>');
  const goals = model.goals.map(
    (goal, index) =>
      `<tr><td rowspan="2">${index + 1}</td><td>${safe(goal.content)}</td><td>${safe(goal.plan)}</td>
      <td>${goal.weight}</td><td>${goal.difficulty}</td>${ratings(goal.ratings)}</tr>
      <tr><td colspan="7">結果　${evidence(goal.evidence)}</td></tr>`,
  );
  const items = model.itemSections.map((section) => {
    const count = section.groups.reduce((total, { rows }) => total + rows.length, 0);
    const rows = section.groups.flatMap((group) =>
      group.rows.map(
        (row, index) =>
          `<td>${row.name}</td>${index === 0 ? `<td rowspan="${group.rows.length}">${safe(group.expectation)}</td>` : ''}
          <td>${evidence(row.evidence)}</td>${ratings(row.ratings)}</tr>`,
      ),
    );
    const first = `<th class="v" rowspan="${count}">${section.name}</th>`;
    return rows.map((row, index) => `<tr>${index === 0 ? first : ''}${row}`).join('');
  });
  const remarks = (list: readonly { name: string; text: string }[]) =>
    list.map(({ name, text }) => `<tr><th>${name}</th><td>${safe(text)}</td></tr>`).join('');
  const development = model.development.map(({ name, texts }) => ({
    name,
    text: texts.map(({ text }) => text).join(''),
  }));
  return `<style>${style}</style><h1>${model.title}</h1><p>${model.periodLine}</p>
    <table><tr><th>職員番号</th><td>${header.number}</td><th>氏名</th><td>${header.name}</td>
    <th>職位・級</th><td>${header.positionAndGrade}</td></tr><tr><th>所属</th><td>${header.orgUnit}</td>
    <th>一次評価者</th><td>${header.firstEvaluator}</td><th>二次評価者</th><td>${header.secondEvaluator}</td></tr></table>
    <p><b>役割</b>　${safe(model.role)}</p><h2>1　${sectionTitles.goals}</h2>
    <table><thead><tr><th>番号</th><th>目標</th><th>いつまでに・どの水準まで・どのように</th><th>割合</th><th>困難度</th>${ratingHeads}</tr></thead>
    ${goals.join('')}</table><h2>2　${sectionTitles.items}</h2>
    <table><thead><tr><th>区分</th><th style="width:26mm">項目</th><th style="width:38mm">求められる能力、意識・行動</th><th>根拠となる事実</th>${ratingHeads}</tr></thead>
    ${items.join('')}</table><h2>3　${sectionTitles.development}</h2><table>${remarks(development)}</table>
    <h2>4　${sectionTitles.overall}</h2><table>${remarks(model.overall)}</table>`;
}
