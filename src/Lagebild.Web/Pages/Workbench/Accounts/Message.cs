using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>What happened, or what is wrong, in words above the form it is about.</summary>
/// <param name="Kind">Class of the box: <c>success</c> or <c>error</c>.</param>
/// <param name="Sentence">In the reader's language.</param>
public sealed record Message(string Kind, string Sentence)
{
    public static Message Done(string sentence) => new("success", sentence);

    public static Message Wrong(string sentence) => new("error", sentence);
}

/// <summary>Messages that are said on the page a form leads to, once.</summary>
internal static class Messages
{
    private const string Key = "said";

    /// <summary>Keeps a message for the next page, in an encrypted cookie.</summary>
    public static void Say(this ITempDataDictionary data, Message message) => data[Key] = new[] { message.Kind, message.Sentence };

    /// <summary>Takes it; null where there is none.</summary>
    public static Message? Said(this ITempDataDictionary data) => data[Key] is string[] and [var kind, var sentence] ? new(kind, sentence) : null;

    /// <summary>Keeps what is shown once (codes, the secret of a link) for the next page.</summary>
    public static void Show(this ITempDataDictionary data, IEnumerable<string> secrets) => data["shown"] = secrets.ToArray();

    /// <summary>Takes it; empty where it was taken before.</summary>
    public static IReadOnlyList<string> Shown(this ITempDataDictionary data) => data["shown"] as string[] ?? [];

    /// <summary>Why nobody was signed in: too often tried, or the sentence given.</summary>
    public static string WhyNot(this Reading reading, SignInResponse answer, string refused) => answer.UntilUtc switch
    {
        null => refused,
        { Year: 9999 } => reading.Words.Account.Blocked,
        { } until => reading.Fill(reading.Words.Account.Delayed, Reading.Clock(until)),
    };
}
