using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Web.Demo;

/// <summary>Stores the invented trial's frame: study, two sites, people, phones, on-call list.</summary>
public sealed class DemoTrial(MonitorContext db, DemoPeople people, TimeProvider time)
{
    public async Task Store(CancellationToken cancel)
    {
        db.Act = AuditAct.BySystem("MakeDemo");
        var study = new Study { Code = "CNK-DEMO", Title = "Invented trial of CAR-NK cells" };
        Site[] sites =
        [
            new Site { StudyId = study.Id, Code = DemoPeople.Shanghai, Name = "Shanghai", Zone = "Asia/Shanghai" },
            new Site { StudyId = study.Id, Code = DemoPeople.Berlin, Name = "Berlin", Zone = "Europe/Berlin" },
        ];
        db.Studies.Add(study);
        db.Sites.AddRange(sites);
        db.StudySettings.Add(new StudySettingsVersion
        {
            StudyId = study.Id, Version = 1, SettingsJson = Json.Write(StudySettings.Default), ValidFrom = time.Now(),
        });
        foreach (var person in people.All)
        {
            Add(person, study, sites);
        }

        await db.SaveChangesAsync(cancel);
    }

    void Add(DemoPerson person, Study study, Site[] sites)
    {
        var row = new StaffMember
        {
            UserName = person.UserName, NormalizedUserName = person.UserName.ToUpperInvariant(), DisplayName = person.DisplayName, Role = person.Role,
            SiteId = sites.SingleOrDefault(site => site.Code == person.Site)?.Id, StudyId = person.Role == StaffRole.Administrator ? null : study.Id,
            CreatedAt = time.Now(), LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString(), TwoFactorEnabled = person.Role.NeedsSecondFactor(),
            PasswordHash = new PasswordHasher<StaffMember>().HashPassword(null!, person.Password), IsInvented = true,
        };
        db.Users.Add(row);
        if (row.TwoFactorEnabled)
        {
            // Where Identity keeps the secret of an authenticator app.
            db.UserTokens.Add(new IdentityUserToken<Guid>
            {
                UserId = row.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = person.AuthenticatorKey,
            });
        }

        AddPhone(person, row, sites);
    }

    void AddPhone(DemoPerson person, StaffMember row, Site[] sites)
    {
        if (person is not { Phone: { } phone, OnCallLevel: { } level })
        {
            return;
        }

        var contact = new Contact { StaffMemberId = row.Id, Label = person.DisplayName, Phone = phone };
        db.Contacts.Add(contact);
        db.OnCallPlaces.AddRange(sites.Where(site => person.Site is null || site.Code == person.Site)
            .Select(site => new OnCallPlace { SiteId = site.Id, Level = level, Order = person.Site is null ? 2 : 1, ContactId = contact.Id }));
    }
}
