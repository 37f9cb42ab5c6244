using Lagebild.Web.Commands;

return await CommandLine.RunAsync(args);
