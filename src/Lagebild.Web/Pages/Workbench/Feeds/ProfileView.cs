using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>What the form of a profile shows: the text so far, the file, and what the one makes of the other.</summary>
public sealed record ProfileView
{
    public required string Text { get; init; }

    /// <summary>Null where the text is no JSON object.</summary>
    public ProfileDocument? Document { get; init; }

    public required FeedFile File { get; init; }

    /// <summary>Null for a feed that is still to be made.</summary>
    public Feed? Feed { get; init; }

    /// <summary>Null where the text is no profile.</summary>
    public FileGlance? Glance { get; init; }

    /// <summary>Null where the text is no profile, or names what is not known.</summary>
    public ProfileTrial? Trial { get; init; }

    /// <summary>What the feed's profile as it is now makes of the same file; null for a new feed, and where it is the same.</summary>
    public ProfileTrial? Now { get; init; }

    /// <summary>What is wrong with the text, in the reader's language; null for nothing.</summary>
    public string? Wrong { get; init; }

    /// <summary>Whether numbers like 1.234 stand there and nobody has said what they mean.</summary>
    public bool IsUndecided => Trial?.Counts.Any(c => c.Reason is Reason.AmbiguousNumber) == true;

    /// <summary>Whether a profile can be saved: the file can be read by it, and at least one value be kept.</summary>
    public bool IsUsable => Trial is { IsReadable: true, IsOpen: false } && !IsUndecided;

    /// <summary>Reads the file by the text.</summary>
    public static ProfileView Of(string text, FeedFile file, Feed? feed, Profile? now, Reading reading, CancellationToken ct)
    {
        var view = new ProfileView { Text = text, Document = ProfileDocument.Of(text), File = file, Feed = feed };
        try
        {
            var profile = Profile.Parse(text);
            view = view with { Glance = FileGlance.Of(file, profile) };
            var trial = ProfileTrial.Of(file, profile, feed, reading.Catalogue, ct);
            return view with { Trial = trial, Now = now is null || now.Version == profile.Version ? null : ProfileTrial.Of(file, now, feed, reading.Catalogue, ct) };
        }
        catch (ProfileException fault)
        {
            return view with { Wrong = Sentence(fault, reading), Glance = view.Glance ?? Glanced(view, file) };
        }
    }

    /// <summary>What is wrong with a text, in the reader's language.</summary>
    public static string Sentence(ProfileException fault, Reading reading) => reading.Fill(reading.Words.Profile.Faults[fault.Fault.ToString()], fault.Found);

    /// <summary>A look at the file also where the profile is not right yet: with what of it can be believed.</summary>
    private static FileGlance? Glanced(ProfileView view, FeedFile file)
    {
        try
        {
            return view.Document is null ? null : FileGlance.Of(file, Profile.Parse(view.Document.Bare()));
        }
        catch (ProfileException)
        {
            return null;
        }
    }
}
