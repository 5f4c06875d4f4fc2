"""The words openings are made of, in English: data for `drafter.grammar.openings`, nothing else.

Heads stand in the order and groups of un-resolution-conventions sections 2 and 3 (R-OPEN-1,
R-OP-1), widened by the openings that the General Assembly set in italics in 2023 and 2024. A head
is in lower case; a slash separates heads.
"""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of `words`, each once."""
    return frozenset(words.split())


PREAMBULAR: dict[str, str] = {
    "basis": """
        recalling / reaffirming / reiterating / affirming / confirming / referring /
        reminding / reconfirming / acting / re-emphasizing / reasserting / renewing /
        recommitting / re-affirming / following / commencing / proceeding / continuing /
        resuming
    """,
    "recognition": """
        recognizing / acknowledging / noting / taking note / taking into account /
        taking into consideration / bearing in mind / keeping in mind / considering /
        realizing / observing / believing / contemplating / pointing out / recognising /
        taking cognizance / understanding / identifying / reflecting
    """,
    "emphasis": """
        stressing / emphasizing / underlining / underscoring / highlighting / emphasising /
        calling attention / drawing attention / drawing the attention
    """,
    "approval": """
        welcoming / commending / commemorating / celebrating / appreciating / approving /
        congratulating / supporting / encouraging / praising / honouring / paying tribute /
        thanking / expressing appreciation / applauding / endorsing / hailing / marking /
        saluting / sharing / trusting / remembering / paying homage /
        viewing with appreciation
    """,
    "disapproval": """
        regretting / deploring / condemning / rejecting / denouncing / objecting /
        protesting / lamenting / mourning
    """,
    "intent": """
        desiring / seeking / expecting / fulfilling / declaring / calling upon /
        calling for / calling on / wishing / striving / looking forward / hoping / aiming /
        intending / aspiring / urging / inviting / proclaiming / requesting / appealing /
        demanding / resolving / committing / undertaking / asserting / agreeing /
        anticipating / deciding / determining / adopting / recommending / being / remaining
    """,
    "expression": "expressing",
    "state": """
        concerned / alarmed / disturbed / convinced / determined / encouraged / guided /
        disappointed / committed / resolved / inspired / dismayed / distressed / appalled /
        shocked / outraged / troubled / saddened / grieved / satisfied / gratified /
        persuaded / dedicated / seized / moved / struck / impressed / worried / heartened /
        horrified / disquieted / preoccupied / indignant
    """,
    "quality": """
        aware / conscious / mindful / cognizant / confident / anxious / desirous / hopeful /
        solicitous / grateful / appreciative / faithful / respectful / cognisant /
        supportive / certain
    """,
}

OPERATIVE: dict[str, str] = {
    "constitutive": """
        decides / adopts / approves / establishes / authorizes / determines / endorses /
        renews / extends / appoints / designates / declares / proclaims / resolves /
        agrees / accepts / directs / instructs / demands / recommits / commits /
        appropriates / assesses / elects / admits / confirms / dissolves / terminates /
        creates / concurs / entrusts / mandates / requires / sets / ratifies / nominates /
        empowers / abolishes / imposes / lifts / suspends / undertakes / pledges
    """,
    "strong directive": """
        urges / calls upon / calls for / calls on / appeals / reminds / condemns /
        deplores / denounces / rejects / warns / insists / objects / calls
    """,
    "directive": "requests / recommends / asks / proposes",
    "soft directive": """
        encourages / invites / suggests / draws attention / draws the attention /
        calls attention / brings to the attention / advises / raises awareness
    """,
    "evaluative": """
        welcomes / commends / congratulates / thanks / supports / regrets / looks forward /
        trusts / reaffirms / reiterates / affirms / stresses / emphasizes / underlines /
        underscores / highlights / recognizes / acknowledges / recalls / considers /
        transmits / appreciates / re-emphasizes / reconfirms / pays tribute / pays homage /
        praises / honours / applauds / realizes / anticipates / hopes / believes /
        understands / respects / bears in mind / keeps in mind / takes into account /
        takes into consideration / celebrates / commemorates / expects / seeks / strives /
        remembers / recommits / refers / points out / maintains / observes / marks /
        desires / shares / salutes / deems / finds / holds / hails / concludes / intends /
        remains / continues / emphasises / recognises / solicits / reasserts / looks /
        commits
    """,
    "neutral": "notes / takes note / takes cognizance",
    "expression": "expresses",
}

# How strong a verb is felt to be; a working aid, no official scale exists.
STRENGTH: dict[str, int] = {
    "constitutive": 5,
    "strong directive": 4,
    "directive": 3,
    "soft directive": 2,
    "evaluative": 1,
    "expression": 1,
    "neutral": 0,
}

# Mark the second and third paragraph with one opening (R-ALSO-1).
SUCCESSION = frozenset({"also", "further"})

# Words and pairs that may stand before the head, and between it and its complement.
BEFORE = listed("""
        also further ever equally fully deeply strongly gravely seriously firmly solemnly
        once again unequivocally categorically sincerely warmly highly particularly greatly
        urgently respectfully extremely profoundly remaining being more increasingly still
        very much most therefore hereby
    """)
AFTER = (
    "once again",
    "once more",
    "again",
    "in particular",
    "unequivocally",
    "without reservation",
    "in the strongest terms",
    "in the strongest possible terms",
    "firmly",
)

# "with (great) concern": what the noun may be.
WITH_NOUNS = listed("""
        appreciation concern regret satisfaction interest approval alarm gratitude dismay
        hope pride pleasure disappointment sadness sorrow distress indignation disapproval
        thanks reserve caution anxiety encouragement enthusiasm urgency apprehension grief
        admiration delight outrage abhorrence
    """)

# "Expressing (its) (deep) concern": what may be expressed, reiterated, reaffirmed, renewed.
OWN_NOUNS = listed("""
        concern concerns appreciation gratitude satisfaction regret regrets support
        condemnation commitment commitments conviction determination hope alarm thanks
        sympathy condolences solidarity outrage dismay disappointment resolve belief
        intention readiness confidence distress indignation abhorrence opposition request
        requests call calls invitation invitations appeal appeals demand demands decision
        endorsement approval recognition view views willingness interest encouragement
        recommendation expectation expectations wish wishes desire sadness sorrow admiration
        disapproval respect position attachment adherence dedication will pledge
        commendation condolence shock anger horror grief unease disquiet sincere
        congratulations
    """)
# Nouns that a verb owns only after "Expressing", never after "Recalling" or "Reaffirming".
ONLY_EXPRESSED = listed(
    "view views position will decision recommendation endorsement desire encouragement"
)
OWN_ADJECTIVES = listed("""
        deep deepest grave gravest great greatest serious strong strongest profound
        particular continued continuing unwavering full firm unequivocal very utmost sincere
        sincerest grateful warm warmest special heartfelt extreme high highest steadfast
        solemn unanimous resolute ongoing increasing growing strenuous renewed outright
        abiding constant complete total unreserved previous main
    """)
OWNERS = listed("its the their our")
# Verbs that may take "its (deep) concern" into the italics.
OWNING = tuple(
    listed("""
        express reiterat reaffirm renew affirm emphasiz stress confirm declar recall
        underscor shar pledg extend reassert re-emphasiz continu
    """)
)
STATES_AFTER = listed("remaining being remains")
