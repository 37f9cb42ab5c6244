using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>The words of the states.</summary>
public static class DeliveryWord
{
    /// <summary>As it stands in a cell.</summary>
    public static string Name(this ReportState state, DeliveryWords words) => state switch
    {
        ReportState.Released => words.Released,
        ReportState.Confidential => words.Confidential,
        ReportState.Refused => words.Refused,
        ReportState.Late => words.Late,
        ReportState.NotCollected => words.NotCollected,
        ReportState.NotPublished => words.NotPublished,
        ReportState.NotApplicable => words.NotApplicable,
        ReportState.NoFigure => words.NoFigure,
        ReportState.NotYetDue => words.NotYetDue,
        ReportState.Due => words.Due,
        ReportState.Overdue => words.Overdue,
        ReportState.InReview => words.InReview,
        ReportState.Faulty => words.Faulty,
        ReportState.Closed => words.Closed,
        _ => words.Unknown,
    };

    /// <summary>What it means, for the key below.</summary>
    public static string Meaning(this ReportState state, DeliveryWords words) => state switch
    {
        ReportState.Released => words.MeansReleased,
        ReportState.Confidential => words.MeansConfidential,
        ReportState.Refused => words.MeansRefused,
        ReportState.Late => words.MeansLate,
        ReportState.NotCollected => words.MeansNotCollected,
        ReportState.NotPublished => words.MeansNotPublished,
        ReportState.NotApplicable => words.MeansNotApplicable,
        ReportState.NoFigure => words.MeansNoFigure,
        ReportState.NotYetDue => words.MeansNotYetDue,
        ReportState.Due => words.MeansDue,
        ReportState.Overdue => words.MeansOverdue,
        ReportState.InReview => words.MeansInReview,
        ReportState.Faulty => words.MeansFaulty,
        ReportState.Closed => words.MeansClosed,
        _ => words.MeansUnknown,
    };

    /// <summary>The state's word in data and class names: <c>not-collected</c>.</summary>
    public static string Code(this ReportState state) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
