namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>What must hold between fields.</summary>
public static class EntryChecks
{
    /// <summary>A note without any of indicator, way of counting and region would stand everywhere.</summary>
    public static void CheckBound(this FieldReader reader, string? bound)
    {
        if (bound is null)
        {
            reader.Wrong("indicator", reader.Words.BindIt);
        }
    }

    /// <summary>A break cuts an indicator as a whole, or ways of counting: one of the two.</summary>
    public static void CheckOne(this FieldReader reader, string? indicator, IReadOnlyList<string> variants)
    {
        if ((indicator is null) == (variants.Count == 0))
        {
            reader.Wrong("indicator", reader.Words.OneOfBoth);
        }
    }

    /// <summary>The way of counting is one of the indicator.</summary>
    public static void CheckVariant(this FieldReader reader, string? variant)
    {
        if (variant is not null && reader.Text("indicator") is { Length: > 0 } indicator && reader.Catalogue.Variant(variant) is { } known && known.Indicator != indicator)
        {
            reader.Wrong("variant", reader.Words.OtherIndicator);
        }
    }

    /// <summary>A value to start from has a day before the one by which the target is due, and is not the target itself.</summary>
    public static void CheckBase(this FieldReader reader, long? start, DateOnly? startDay, DateOnly? due, long? value)
    {
        if (start is null != startDay is null)
        {
            reader.Wrong(start is null ? "base" : "base-day", reader.Words.BaseBoth);
        }
        else if (startDay >= due)
        {
            reader.Wrong("due", reader.Words.DueAfterBase);
        }
        else if (start is not null && start == value)
        {
            reader.Wrong("base", reader.Words.BaseIsTarget);
        }
    }
}
