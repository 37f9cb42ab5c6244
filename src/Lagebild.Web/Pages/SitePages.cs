using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages;

/// <summary>Where a page stands in the footer and on the map of the site.</summary>
public enum PageGroup
{
    Figures,
    Understanding,
    Following,
    About,
}

/// <summary>A page that there is once, whatever the data.</summary>
/// <param name="Path">Its address after the language.</param>
/// <param name="Group">Its heading in the footer.</param>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it is for, in one line.</param>
/// <param name="IsView">Whether it is a prepared view of figures.</param>
public sealed record SitePage(string Path, PageGroup Group, Func<Words, string> Name, Func<Words, string> About, bool IsView = false);

/// <summary>The pages for footer, map and search.</summary>
public static class SitePages
{
    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<SitePage> All { get; } =
    [
        new("/", PageGroup.Figures, w => w.Site.Overview, w => w.Page.OverviewAbout),
        new("/indicators", PageGroup.Figures, w => w.Site.Indicators, w => w.Page.IndicatorsAbout),
        new("/regions", PageGroup.Figures, w => w.Site.Regions, w => w.Page.RegionsAbout),
        new("/compare", PageGroup.Figures, w => w.Site.Compare, w => w.Page.CompareAbout),
        new("/views", PageGroup.Figures, w => w.View.ListTitle, w => w.View.ListLead),
        new("/views/two-crises", PageGroup.Figures, w => w.View.TwoCrises.Title, w => w.View.TwoCrises.Question, IsView: true),
        new("/views/capacity", PageGroup.Figures, w => w.View.Capacity.Title, w => w.View.Capacity.Question, IsView: true),
        new("/views/unaccompanied-minors", PageGroup.Figures, w => w.View.UnaccompaniedMinors.Title, w => w.View.UnaccompaniedMinors.Question, IsView: true),
        new("/views/women-and-work", PageGroup.Figures, w => w.View.WomenAndWork.Title, w => w.View.WomenAndWork.Question, IsView: true),
        new("/targets", PageGroup.Figures, w => w.Target.Title, w => w.Page.TargetsAbout),
        new("/search", PageGroup.Figures, w => w.Search.Title, w => w.Search.Hint),
        new("/concepts", PageGroup.Understanding, w => w.Page.Concepts, w => w.Page.ConceptsAbout),
        new("/methods", PageGroup.Understanding, w => w.Page.Methods, w => w.Page.MethodsAbout),
        new("/sources", PageGroup.Understanding, w => w.Site.Sources, w => w.Page.SourcesAbout),
        new("/deliveries", PageGroup.Following, w => w.Page.Deliveries, w => w.Page.DeliveriesAbout),
        new("/calendar", PageGroup.Following, w => w.Page.Calendar, w => w.Page.CalendarAbout),
        new("/changes", PageGroup.Following, w => w.Changes.Title, w => w.Changes.About),
        new("/corrections", PageGroup.Following, w => w.Page.Corrections, w => w.Page.CorrectionsAbout),
        new("/data", PageGroup.Following, w => w.Download.PageTitle, w => w.Download.PageLead),
        new("/api", PageGroup.Following, w => w.Api.PageTitle, w => w.Api.PageLead),
        new("/plain-language", PageGroup.About, w => w.Page.PlainLanguage, w => w.Page.PlainLanguageAbout),
        new("/sign-language", PageGroup.About, w => w.Page.SignLanguage, w => w.Page.SignLanguageAbout),
        new("/accessibility", PageGroup.About, w => w.Site.Accessibility, w => w.Page.AccessibilityAbout),
        new("/imprint", PageGroup.About, w => w.Site.Imprint, w => w.Page.ImprintAbout),
        new("/privacy", PageGroup.About, w => w.Site.Privacy, w => w.Page.PrivacyAbout),
        new("/sitemap", PageGroup.About, w => w.Page.SiteMap, w => w.Page.SiteMapAbout),
    ];

    /// <summary>The heading of a group.</summary>
    public static string Name(this PageGroup group, Words words) => group switch
    {
        PageGroup.Figures => words.Page.Figures,
        PageGroup.Understanding => words.Page.Understanding,
        PageGroup.Following => words.Page.Following,
        _ => words.Page.About,
    };
}
