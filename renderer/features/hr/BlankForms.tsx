import { useState } from 'react';
import { IkuseiError } from '../../../shared/domain/errors';
import { makeForm } from '../../../shared/domain/form/default-form';
import type { FormPlan } from '../../../shared/domain/form/form-plan';
import type { FrameworkSet } from '../../../shared/domain/framework/framework';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import type { Period } from '../../../shared/domain/period/period';
import { safeFileName } from '../../../shared/domain/text/safe-file-name';
import type { SavedFile } from '../../../shared/ipc/contract';
import { buildBlankEvaluationSheetModel } from '../../../shared/print/build-evaluation-sheet-model';
import type { MissingPlace } from '../../../shared/print/missing-character';
import { base64ToBytes } from '../../data/base64';
import { useStore } from '../../data/store-context';
import { desktopApi } from '../../platform/desktop-api';
import { localNow } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SavedFileActions, SavedFileWords } from '../../ui/SavedFile';
import { SelectField } from '../../ui/SelectField';

type BlankFormsProps = { period: Period; plan: FormPlan; frameworkSet: FrameworkSet };

/** The form without a person, to be written by hand where there is no PC. */
export function BlankForms({ period, plan, frameworkSet }: BlankFormsProps) {
  const store = useStore();
  const framework = frameworkSet.tables.frameworks.find(({ id }) => id === plan.frameworkId);
  const positions = (framework?.positions ?? []).filter(({ id }) => plan.positionIds.includes(id));
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [file, setFile] = useState<SavedFile | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const position = positions.find(({ id }) => id === chosen) ?? positions[0];
  if (position === undefined) return null;

  const model = () =>
    buildBlankEvaluationSheetModel({
      sheet: null,
      form: makeForm({
        frameworkSet,
        frameworkId: plan.frameworkId,
        positionId: position.id,
        period,
        plan,
        id: plan.id,
        now: plan.updatedAt,
        by: plan.updatedBy,
      }),
      period,
      settlements: frameworkSet.settlements,
      printedAt: localNow(),
      sample: store.dataSet === 'sample',
    });

  async function attempt(words: string, work: () => Promise<void>) {
    setBusy(words);
    setFile(null);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(problemOf(error));
    }
    setBusy(null);
  }

  async function print() {
    const { pdf, missing } = await desktopApi.documents.previewPdf(model());
    refuseMissing(missing);
    const { printPdf } = await import('../../ui/pdf/print-pdf');
    await printPdf({
      bytes: base64ToBytes(pdf),
      signal: new AbortController().signal,
      onPage: (number, pages) => setBusy(`印刷の準備をしています（${number}／${pages}ページ）`),
      print: (landscape) => desktopApi.documents.print({ landscape }),
    });
  }

  async function save() {
    const name = ['白紙の様式', fiscalYearName(period.fiscalYear), position?.name ?? ''].join('_');
    const saved = await desktopApi.documents.savePdf({
      purpose: 'evaluation-sheet',
      suggestedName: safeFileName(name),
      model: model(),
      missingAllowed: false,
    });
    if (saved.outcome === 'missing') refuseMissing(saved.missing);
    if (saved.outcome === 'saved') setFile(saved.file);
  }

  function follow(action: Promise<unknown>) {
    action.catch((error: unknown) => setFailure(problemOf(error)));
  }

  return (
    <Card title="白紙の様式">
      <div className="flex flex-col gap-3">
        <p className="text-sm text-solid-gray-700">PCを使わない職員が、手で書くための様式です。</p>
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            label="職位"
            className="w-64"
            options={positions.map(({ id, name }) => ({ value: id, label: name }))}
            value={position.id}
            onChange={setChosen}
          />
          <Button
            isDisabled={busy !== null}
            onPress={() => void attempt('印刷の準備をしています', print)}
          >
            白紙の様式を印刷
          </Button>
          <Button
            isDisabled={busy !== null}
            onPress={() => void attempt('PDFを作っています…', save)}
          >
            白紙の様式をPDFに保存
          </Button>
        </div>
        {busy !== null && <p role="status">{busy}</p>}
        {file !== null && (
          <Notice
            tone="success"
            title="白紙の様式を保存しました"
            onClose={() => setFile(null)}
            actions={
              <SavedFileActions
                onOpen={() => follow(desktopApi.documents.open(file.handle))}
                onReveal={() => follow(desktopApi.documents.revealFolder(file.handle))}
              />
            }
          >
            <SavedFileWords {...file} />
          </Notice>
        )}
        {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      </div>
    </Card>
  );
}

/** Here the words are 職員課's own, and are mended before anything is printed. */
function refuseMissing(missing: readonly MissingPlace[]) {
  if (missing.length === 0) return;
  throw new IkuseiError('glyphMissing', [...new Set(missing.map(charOf))].join('、'));
}

function charOf({ character }: MissingPlace): string {
  return character;
}
