import { useEffect, useMemo, useRef, useState } from 'react';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { refusedBy, settled } from '../../shared/guests/invitation.ts';
import type { ChangeInvitation } from '../../shared/guests/invitation.ts';
import { useShareCheck } from '../../shared/shares/share-check-api.ts';
import { hasProblem } from '../../shared/shares/share-text.ts';
import { useCreateShare } from './create-share-api.ts';
import type { CreatedShare } from './create-share-api.ts';
import { emptyDraft, requestOf } from './share-draft.ts';
import type { ShareDraft } from './share-draft.ts';

export type Step = 'what' | 'who';
type OnCreated = (
  created: CreatedShare,
  told: { draft: ShareDraft; foreseenCount: number; hasLinks: boolean },
) => void;

/** The way through the dialog, up to the share that was made. */
export function useShareCreation(assets: readonly SelectedAsset[], onCreated: OnCreated) {
  const { draft, change, changeInvitation } = useShareDraft();
  const [step, setStep] = useState<Step>('what');
  const [wasTried, setTried] = useState(false);
  const titleRef = useRef<HTMLInputElement>(null);
  const guestsRef = useFocusWhen(step === 'who');
  const assetIds = useMemo(() => assets.map(({ id }) => id), [assets]);
  const check = useShareCheck(assetIds, {});
  const { creation, create } = useCreation(assetIds, { check, change, onCreated });
  const isShareable = (check.data?.shareable.length ?? 0) > 0;

  function invite() {
    const invitation = settled(draft.invitation);
    change({ invitation });
    if (invitation.problem === null) create({ ...draft, invitation });
    else guestsRef.current?.focus();
  }

  function goOn() {
    if (creation.isPending || !isShareable) return;
    setTried(true);
    if (hasProblem(draft)) titleRef.current?.focus();
    else if (!draft.hasGuests) create(draft);
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
    isShareable,
    goOn,
  };
}

type CreationContext = {
  check: ReturnType<typeof useShareCheck>;
  change: (parts: Partial<ShareDraft>) => void;
  onCreated: OnCreated;
};

function useCreation(assetIds: string[], { check, change, onCreated }: CreationContext) {
  const creation = useCreateShare();
  function create(draft: ShareDraft) {
    creation.mutate(requestOf(draft, assetIds), {
      onSuccess: (created) =>
        onCreated(created, {
          draft,
          foreseenCount: check.data?.excluded.length ?? 0,
          hasLinks: check.data?.policy.linksToCopy === true,
        }),
      onError: (error) => {
        const refused = refusedBy(draft.invitation, error);
        if (refused !== null) change({ invitation: refused });
      },
    });
  }
  return { creation, create };
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
