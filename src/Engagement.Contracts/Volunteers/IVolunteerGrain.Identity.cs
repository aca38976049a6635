namespace Engagement.Contracts;

public partial interface IVolunteerGrain
{
    /// <summary>The volunteer as they see themselves.</summary>
    [Alias("Self")] Task<VolunteerSelf> Self();

    /// <summary>Becomes a volunteer (L1), or gives another number or birth date before a real name is known.</summary>
    /// <returns>Done; Invalid with field phone, birth, district, skills or services; TooYoung below 8.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Register"), ResponseTimeout("00:00:05")]
    Task<Receipt> Register(CommandId command, RegisterVolunteer register);

    /// <summary>Changes what the volunteer offers.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Describe"), ResponseTimeout("00:00:05")]
    Task<Receipt> Describe(CommandId command, VolunteerProfile profile);

    /// <summary>Gives the real name (L2). It is sealed before it is stored, and matched by HMAC.</summary>
    /// <returns>Done; Invalid with field name or number; LevelNeeded before registration; TooYoung; IdentityTaken when another account has the number: <see cref="ClaimIdentity"/>; DailyLimit.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("GiveRealName"), ResponseTimeout("00:00:05")]
    Task<Receipt> GiveRealName(CommandId command, RealName real);

    /// <summary>Takes the consent to the real name back: the level is L1 again, nobody sees the name. What the law asks to keep stays locked.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("HideRealName"), ResponseTimeout("00:00:05")]
    Task<Receipt> HideRealName(CommandId command);

    /// <summary>Asks that the account with this ID number be joined with this one, which goes on. Its holder or two operators decide.</summary>
    /// <returns>Done when it waits; NotFound when name and number do not fit any account, whichever of them is wrong; DailyLimit.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("ClaimIdentity"), ResponseTimeout("00:00:05")]
    Task<Receipt> ClaimIdentity(CommandId command, RealName real);

    /// <summary>Answers whoever asks to join their account with this one.</summary>
    /// <returns>Done; NotFound when nobody asks.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("AnswerClaim"), ResponseTimeout("00:00:05")]
    Task<Receipt> AnswerClaim(CommandId command, bool join);

    /// <summary>A steward compares a number that they know with the volunteer's.</summary>
    /// <returns>Done; NotFound when it is another one, or none was given; DailyLimit.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("ConfirmPhone"), ResponseTimeout("00:00:05")]
    Task<Receipt> ConfirmPhone(CommandId command, ParticipantId by, string scope, PhoneKey phone);

    /// <summary>Shows the real name to a member of staff. The look is written down, and the volunteer reads it, before the name is answered.</summary>
    /// <returns>Done with the name; NotFound when there is none to see; Invalid without a reason.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Unmask"), ResponseTimeout("00:00:05")]
    Task<UnmaskedName> Unmask(CommandId command, LookAtRealName look);

    /// <summary>The code that a guardian consents with; null when none is needed. A new word of the guardian makes it dead.</summary>
    [Alias("GuardianCode")] Task<string?> GuardianCode();

    /// <summary>Whether it is the code that a guardian consents with now; compares in constant time.</summary>
    [Alias("IsGuardianCode")] Task<bool> IsGuardianCode(string code);

    /// <summary>A guardian consents. They must be an adult with a real name, and hold the minor's code.</summary>
    /// <returns>Done; NotFound for a wrong code; LevelNeeded when the guardian has no real name; Forbidden for oneself.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Guard"), ResponseTimeout("00:00:05")]
    Task<Receipt> Guard(CommandId command, ParticipantId guardian, string code);

    /// <summary>The guardian takes the consent back: what was signed up for is cancelled, hours stay.</summary>
    /// <returns>Done; NotFound for anybody who is not the guardian.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Unguard"), ResponseTimeout("00:00:05")]
    Task<Receipt> Unguard(CommandId command, ParticipantId guardian);

    /// <summary>What a guardian sees of their minor; null for anybody else, and from the eighteenth birthday on.</summary>
    [Alias("AsWard")] Task<WardView?> AsWard(ParticipantId guardian);

    /// <summary>Puts a child below 8 into this account; an adult's with a real name.</summary>
    /// <returns>Done; Invalid with field name or birth; LevelNeeded.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("AddChild"), ResponseTimeout("00:00:05")]
    Task<Receipt> AddChild(CommandId command, AddChild child);

    /// <summary>Takes a child out of this account.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("RemoveChild"), ResponseTimeout("00:00:05")]
    Task<Receipt> RemoveChild(CommandId command, int number);

    /// <summary>Asks to join a team; an organiser answers. At most five at once, requests included.</summary>
    /// <returns>Done; NotFound for no such team; LevelNeeded; TooMany; GuardianNeeded.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("AskTeam"), ResponseTimeout("00:00:05")]
    Task<Receipt> AskTeam(CommandId command, string team);

    /// <summary>Leaves a team, or takes the request back. Hours stay where they were earned.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("LeaveTeam"), ResponseTimeout("00:00:05")]
    Task<Receipt> LeaveTeam(CommandId command, string team);

    /// <summary>An organiser admits somebody who asked, or declines, or ends a membership.</summary>
    /// <returns>Done; NotFound when the person neither asked nor is in the team.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Admit"), ResponseTimeout("00:00:05")]
    Task<Receipt> Admit(CommandId command, ParticipantId by, string team, bool admit);

    /// <summary>The account was closed: everything is locked, kept for its legal term and shown to nobody. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Lock"), ResponseTimeout("00:00:05")]
    Task Lock();
}
