import { useEffect, useMemo, useRef, useState } from 'react';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { refusedBy, settled } from '../../shared/guests/invitation.ts';
import type { ChangeInvitation } from '../../shared/guests/invitation.ts';
import { useShareCheck } from '../../shared/shares/share-check-api.ts';
import { hasProblem } from '../../shared/shares/share-text.ts';
import { useIsThere } from '../../shared/ui/use-is-there.ts';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useCreateShare } from './create-share-api.ts';
import type { CreatedShare } from './create-share-api.ts';
import { emptyDraft, requestOf } from './share-draft.ts';
import type { ShareDraft } from './share-draft.ts';

export type Step = 'what' | 'who';
type Created = {
  tell: (
    created: CreatedShare,
    told: { draft: ShareDraft; foreseenCount: number; hasLinks: boolean },
  ) => void;
  /** The dialog is open still. */
  there: () => void;
  onRefused: (error: unknown) => unknown;
};

/** The way through the dialog, up to the share that was made. */
export function useShareCreation(assets: readonly SelectedAsset[], created: Created) {
  const { draft, change, changeInvitation } = useShareDraft();
  const [step, setStep] = useState<Step>('what');
  const [wasTried, setTried] = useState(false);
  const titleRef = useRef<HTMLInputElement>(null);
  const guestsRef = useFocusWhen(step === 'who');
  const assetIds = useMemo(() => assets.map(({ id }) => id), [assets]);
  const check = useShareCheck(assetIds, { onRefused: created.onRefused });
  const { creation, isCreating, create } = useCreation(assetIds, { check, change, created });
  const canGoOn = check.isPending || (check.data?.shareable.length ?? 0) > 0;

  function invite() {
    const invitation = settled(draft.invitation);
    change({ invitation });
    if (invitation.problem === null) void create({ ...draft, invitation });
    else guestsRef.current?.focus();
  }

  function goOn() {
    if (isCreating || !canGoOn) return;
    setTried(true);
    if (hasProblem(draft)) titleRef.current?.focus();
    else if (!draft.hasGuests) void create(draft);
    else if (step === 'what') setStep('who');
    else invite();
  }

  return {
    draft,
    change,
    changeInvitation,
    step,
    setStep,
    wasTried,
    titleRef,
    guestsRef,
    check,
    creation,
    isCreating,
    canGoOn,
    goOn,
  };
}

type CreationContext = {
  check: ReturnType<typeof useShareCheck>;
  change: (parts: Partial<ShareDraft>) => void;
  created: Created;
};

function useCreation(assetIds: string[], { check, change, created }: CreationContext) {
  const creation = useCreateShare();
  const follow = useOutcome();
  const { isChecking, whenChecked } = useChecked(check);

  async function create(draft: ShareDraft) {
    const checked = check.data ?? (await whenChecked());
    if (checked === null) return;
    const { excluded, policy } = checked;
    const told = { draft, foreseenCount: excluded.length, hasLinks: policy.linksToCopy };
    follow(creation.mutateAsync(requestOf(draft, assetIds)), {
      tell: (share) => created.tell(share, told),
      there: created.there,
      failed: (error) => {
        const refused = refusedBy(draft.invitation, error);
        if (refused !== null) change({ invitation: refused });
      },
    });
  }
  return { creation, isCreating: creation.isPending || isChecking, create };
}

/** Whoever goes on before all is checked goes on when it is; what cannot be shared they see before. */
function useChecked(check: CreationContext['check']) {
  const [isChecking, setChecking] = useState(false);
  const isThere = useIsThere();
  async function whenChecked() {
    setChecking(true);
    const { data } = await check.refetch({ cancelRefetch: false });
    setChecking(false);
    return data?.excluded.length === 0 && isThere() ? data : null;
  }
  return { isChecking, whenChecked };
}

function useShareDraft() {
  const [draft, setDraft] = useState(emptyDraft);
  const change = (parts: Partial<ShareDraft>) => setDraft((held) => ({ ...held, ...parts }));
  const changeInvitation: ChangeInvitation = (changed) =>
    setDraft((held) => ({ ...held, invitation: changed(held.invitation) }));
  return { draft, change, changeInvitation };
}

/** The first field of a step gets the focus when the step is reached. */
function useFocusWhen(isReached: boolean) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isReached) ref.current?.focus();
  }, [isReached]);
  return ref;
}
